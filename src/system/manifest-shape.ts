/** Decides whether a parsed file is a whole backup manifest, and says what is missing where it is not. */
import type { BackupManifest } from '../domain/backup.ts'

type Shape = (value: unknown) => boolean

const isText: Shape = (value) => typeof value === 'string' && value !== ''
const isCount: Shape = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
const isDigest: Shape = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isTextList: Shape = (value) => Array.isArray(value) && value.every((item) => typeof item === 'string')
const isList: Shape = (value) => Array.isArray(value)
const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value)
/** Relative, below the manifest, and nowhere hidden. */
const isSafePath: Shape = (value) =>
  typeof value === 'string' && value.split('/').every((part) => part !== '' && !part.startsWith('.')) && !value.includes('\\')

const isEncryption: Shape = (value) => at(value, 'format') === 'age' && isTextList(at(value, 'recipients'))

const MANIFEST: Readonly<Record<string, Shape>> = {
  id: isText,
  runId: isText,
  createdAt: isText,
  environment: isText,
  'database.kind': (value) => value === 'postgres' || value === 'sqlite',
  'database.systemIdentifier': orNull(isText),
  'database.name': isText,
  serverVersion: isText,
  clientVersion: isText,
  toolVersion: isText,
  format: isText,
  compression: (value) => value === undefined || value === 'zstd' || value === 'none',
  encryption: (value) => value === undefined || value === null || isEncryption(value),
  revision: isTextList,
  instant: isText,
  'fingerprint.digest': isDigest,
  'fingerprint.schemaDigest': isDigest,
  'fingerprint.contentDigest': isDigest,
  'fingerprint.tables': isList,
  'fingerprint.objects': isList,
  'fingerprint.sequences': isList,
  files: (value) => Array.isArray(value) && value.length > 0,
  'verification.level': (value) => value === 'restore' || value === 'read' || value === 'none',
  'verification.at': orNull(isText),
  'verification.restoreMs': orNull((value) => typeof value === 'number'),
}

const FILE: Readonly<Record<string, Shape>> = { path: isSafePath, sizeBytes: isCount, sha256: isDigest }

/** The fields that are missing or of the wrong shape, by path; empty for a whole manifest of a known version. */
export function manifestDefects(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return ['the whole content']
  const version = at(value, 'version')
  if (version !== 1) return [`version (${JSON.stringify(version) ?? 'missing'} is not known)`]
  return [...defects(value, MANIFEST, ''), ...fileDefects(at(value, 'files'))]
}

function fileDefects(files: unknown): readonly string[] {
  return Array.isArray(files) ? files.flatMap((file, index) => defects(file, FILE, `files[${index}].`)) : []
}

function defects(value: unknown, shapes: Readonly<Record<string, Shape>>, prefix: string): readonly string[] {
  return Object.entries(shapes)
    .filter(([path, shape]) => !shape(at(value, path)))
    .map(([path]) => `${prefix}${path}`)
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], value)
}

export function isManifest(value: unknown): value is BackupManifest {
  return manifestDefects(value).length === 0
}
