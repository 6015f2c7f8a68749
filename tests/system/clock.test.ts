import { expect, test } from '@jest/globals'
import { InterruptedError } from '../../src/domain/errors.ts'
import { systemClock } from '../../src/system/clock.ts'

test('an interrupted sleep ends with the reason of the interrupt', async () => {
  const controller = new AbortController()
  const sleeping = systemClock.sleep(60_000, controller.signal)

  controller.abort(new InterruptedError('SIGINT'))

  await expect(sleeping).rejects.toBeInstanceOf(InterruptedError)
})

test('time only grows', async () => {
  const before = systemClock.monotonicMs()
  await systemClock.sleep(1)

  expect(systemClock.monotonicMs()).toBeGreaterThan(before)
})
