import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleHash } from '#core/article/canonical.ts'
import { openStore } from '#db/open.ts'
import { getArticle } from '#db/tables/articles.ts'

/** Copies a store as `kill -9` would leave it now, without closing it. */
export function copyAsKilled(store: string, target: string): void {
  mkdirSync(target, { recursive: true })
  for (const name of ['midad.db', 'midad.db-wal']) {
    if (existsSync(join(store, name))) copyFileSync(join(store, name), join(target, name))
  }
  writeFileSync(join(target, 'midad.open'), '')
}

/** @returns the hash of the article that a process would find after a kill now; null for none. */
export function foundAfterKill(store: string, id: string, scratch: string): string | null {
  copyAsKilled(store, scratch)
  try {
    const copy = openStore(scratch)
    try {
      const stored = getArticle(copy.db, id)
      return stored === null ? null : articleHash(stored.article)
    } finally {
      copy.close()
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
