import { EventEmitter } from 'node:events'
import { expect, test } from '@jest/globals'
import { InterruptedError } from '../../src/domain/errors.ts'
import { listenForInterrupts } from '../../src/system/signals.ts'

function listening() {
  const source = new EventEmitter()
  const told: string[] = []
  const interrupts = listenForInterrupts(
    { onFirst: (message) => told.push(`first: ${message}`), onRepeat: (message) => told.push(`again: ${message}`) },
    source,
  )
  return { source, told, interrupts }
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s asks the run to end and says what happens now', (name) => {
  const { source, told, interrupts } = listening()

  source.emit(name, name)

  expect(interrupts.signal.reason).toBeInstanceOf(InterruptedError)
  expect(interrupts.signal.reason.message).toBe(`interrupted by ${name}`)
  expect(told).toEqual([`first: ${name}: ending safely now; what was begun is finished or taken back first`])
})

test('an impatient second signal is told that the run is still ending', () => {
  const { source, told, interrupts } = listening()

  source.emit('SIGTERM', 'SIGTERM')
  source.emit('SIGINT', 'SIGINT')

  expect(interrupts.signal.reason.message).toBe('interrupted by SIGTERM')
  expect(told[1]).toContain('again: SIGINT again: still ending safely')
})

test('no listener is left behind', () => {
  const { source, interrupts } = listening()

  interrupts[Symbol.dispose]()

  expect(source.eventNames()).toEqual([])
})
