import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CallOutput } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { fileSlug } from '#core/export/package/name.ts'
import { fingerprintOf } from '#core/newsroom/fingerprint.ts'
import { MAX_HOUSE_FILE } from '#core/newsroom/house-file.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import { modeIn, writeFileAtomic } from '#electron/files/atomic-write.ts'
import { asFolderError } from '#electron/service/folders/folders.ts'
import { readBounded } from '#electron/service/folders/read-bounded.ts'
import { Failure } from '../failure.ts'
import type { Answer } from '../output.ts'
import { fromHere, type Session } from '../session.ts'
import { createFolder } from './export.ts'

const EXTENSION = '.midad-house'

/** No character takes more than three bytes of UTF-8 for each of its UTF-16 units. */
const MAX_BYTES = MAX_HOUSE_FILE * 3

/** Writes the house file that the store follows into a folder. A file of the same version is replaced by itself. */
export async function houseExportCommand(session: Session, { out }: { out: string }): Promise<Answer> {
  const { text } = await session.call('house.file', {})
  const { house } = await session.call('people.who', {})
  if (house === null) throw new Failure(1, 'errors.no-house')
  const { name, version } = house
  const folder = fromHere(out)
  createFolder(folder)
  const path = join(folder, `${fileSlug(name)}-${version}${EXTENSION}`)
  asFolderError(folder, () => writeFileAtomic(path, new TextEncoder().encode(text), modeIn(folder)))
  return { value: { path, name, version }, lines: [session.t('cli.file-written', { path })] }
}

/**
 * Follows a house file, or says what it is; of a folder, the newest version in it that may be followed. The first file that a store
 * follows could be from anybody: it is taken only with the fingerprint of the key that signed it, which the administrator reads out.
 * @throws Failure where that fingerprint is missing or another
 */
export async function houseTakeCommand(
  session: Session,
  typed: string,
  { look, fingerprint }: { look: boolean; fingerprint?: string },
): Promise<Answer> {
  const { t } = session
  const path = fromHere(typed)
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
    const { newest, refused } = await newestIn(session, path)
    if (newest === null) {
      const lines = [t('cli.house-none-in-folder'), ...refused.map(({ name, why }) => `${name}: ${why}`)]
      return { value: { isTaken: false, refused }, lines, isNo: true }
    }
    return houseTakeCommand(session, newest, { look, ...(fingerprint === undefined ? {} : { fingerprint }) })
  }
  const text = houseText(path)
  const found = await session.call('house.look', { text })
  const of = fingerprintOf(found.by.publicKey)
  const value = { ...found, path, fingerprint: of }
  if (look) return { value: { ...value, isTaken: false }, lines: linesOf(found, of, session) }
  if (fingerprint !== undefined && digitsOf(fingerprint) !== digitsOf(of)) {
    throw new Failure(1, 'cli.fingerprint-other', { fingerprint: of })
  }
  if (found.followed === null && fingerprint === undefined) {
    throw new Failure(1, 'cli.fingerprint-needed', { name: found.name, by: found.by.name, fingerprint: of })
  }
  const { version } = await session.call('house.take', { text })
  const follows = t('people.follows', { name: found.name, version })
  return { value: { ...value, isTaken: true }, lines: [follows, role(found, t)] }
}

function houseText(path: string): string {
  return new TextDecoder().decode(readBounded(path, MAX_BYTES, 'house-damaged'))
}

/**
 * @returns the path of the newest version in a folder that the store may follow, which may be the one that it follows; null where
 *   there is none. And the files that may not be followed, with the reason in words.
 */
async function newestIn(
  session: Session,
  folder: string,
): Promise<{ newest: string | null; refused: { name: string; why: string }[] }> {
  let newest: { path: string; version: number } | null = null
  const refused: { name: string; why: string }[] = []
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.toLowerCase().endsWith(EXTENSION)) continue
    const path = join(folder, name)
    try {
      // oxlint-disable-next-line no-await-in-loop -- one after another: each may be large
      const { version } = await session.call('house.look', { text: houseText(path) })
      if (version > (newest?.version ?? 0)) newest = { path, version }
    } catch (error) {
      if (!(error instanceof ContractError)) throw error
      refused.push({ name, why: refusalWords(error.code, error.params, session.t) })
    }
  }
  return { newest: newest?.path ?? null, refused }
}

/** @returns the digits of a fingerprint as somebody typed it, with or without spaces, in any of the digits of Arabic. */
function digitsOf(typed: string): string {
  return typed
    .replaceAll(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x06_60))
    .replaceAll(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x06_f0))
    .replaceAll(/\D/gu, '')
}

function linesOf(found: CallOutput<'house.look'>, fingerprint: string, { t }: Session): string[] {
  const { name, version, by, followed } = found
  return [
    t('people.found-file', { name, version, by: by.name }),
    fingerprint,
    role(found, t),
    followed === null ? t('cli.house-none') : t('people.follows', { name, version: followed }),
  ]
}

function role({ role: given }: CallOutput<'house.look'>, t: Session['t']): string {
  return given === null ? t('people.not-in-it') : t('people.your-role', { role: t(`common.role-${given}`) })
}
