import { z } from 'zod'
import type { ReadDb, WriteDb } from '../handles.ts'

/** Values that a store keeps for itself. They are in the table of the settings, but no person sets or sees them. */
const MARKS = {
  /** The folders that a person chose, without symbolic links, oldest first. */
  'chosen-folders': z.array(z.string().max(4096)),
  /** Identifies this store among those that back up into the same folder; the name of its folder there. */
  'store-id': z.string().regex(/^[0-9a-f]{12}$/u),
  /** The id of the person who works here: the last one who signed in. */
  'person-at-work': z.string().regex(/^[\da-f]{32}$/u),
  /** The last days on which Midad ran, such as 2026-11-24, oldest first. */
  'days-seen': z.array(z.iso.date()),
  /** Pictures that may be unused: see loose-pictures.ts. */
  'loose-pictures': z.array(z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/u), at: z.iso.datetime() })),
}
type Marks = { [Name in keyof typeof MARKS]: z.infer<(typeof MARKS)[Name]> }

/** @returns the value, or null when there is none or it is damaged. */
export function getMark<Name extends keyof Marks>(db: ReadDb, name: Name): Marks[Name] | null {
  const row = db.get<{ value: string }>('SELECT value FROM settings WHERE name = :name', { name })
  try {
    const parsed = MARKS[name].safeParse(JSON.parse(row?.value ?? 'null'))
    return parsed.success ? (parsed.data as Marks[Name]) : null
  } catch {
    // A damaged value counts as none.
    return null
  }
}

/** Stores a mark, in the place of an older one of that name. */
export function setMark<Name extends keyof Marks>(db: WriteDb, name: Name, value: Marks[Name]): void {
  db.run('INSERT INTO settings (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = :value', {
    name,
    value: JSON.stringify(value),
  })
}
