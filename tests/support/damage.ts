import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Changes a word in every stored text past the store, as a failing disk would. */
export function damageTexts(store: string, word: string, other: string): void {
  const raw = new Database(join(store, 'midad.db'))
  raw.prepare('UPDATE texts SET json = replace(json, ?, ?)').run(word, other)
  raw.close()
}

/** Adds a picture to a store without its file. */
export function losePicture(store: string, name: string): void {
  const raw = new Database(join(store, 'midad.db'))
  raw
    .prepare("INSERT INTO assets VALUES (?, 'image/jpeg', 4, 4, 80, ?, '2026-11-24T08:00:00.000Z')")
    .run('c'.repeat(64), name)
  raw.close()
}

/** Wipes a page of a closed store, so that SQLite finds the damage, and has the next opening check it. */
export function wipePage(store: string): void {
  const path = join(store, 'midad.db')
  const raw = new Database(path)
  const page = raw.prepare(`SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'articles'`)
  const root = Number(page.pluck().get())
  const size = Number(raw.pragma('page_size', { simple: true }))
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.close()
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(size), 0, size, (root - 1) * size)
  closeSync(file)
  writeFileSync(join(store, 'midad.suspect'), '')
}
