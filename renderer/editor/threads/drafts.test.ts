import { beforeEach, describe, expect, it, vi } from 'vitest'
import { draftAnchor, draftId, draftText, keepDraftAnchor, keepDraftText } from './drafts.ts'

const stored = new Map<string, string>()

beforeEach(() => {
  stored.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  })
})

/** Another window of this computer, with its own copy of the module. */
async function otherWindow(): Promise<typeof import('./drafts.ts')> {
  vi.resetModules()
  return import('./drafts.ts')
}

describe('what is half written', () => {
  it('is kept for each article and field, and over a reload', async () => {
    keepDraftText('a', 'new', 'من قال هذا')
    keepDraftText('a', 'reply-1', 'أنا')
    keepDraftText('b', 'new', 'متى')
    keepDraftAnchor('a', { on: 'block', block: 'p1' })
    const reloaded = await otherWindow()
    expect([reloaded.draftText('a', 'new'), reloaded.draftText('a', 'reply-1')]).toEqual(['من قال هذا', 'أنا'])
    expect([reloaded.draftText('b', 'new'), reloaded.draftText('b', 'reply-1')]).toEqual(['متى', ''])
    expect([reloaded.draftAnchor('a'), reloaded.draftAnchor('b')]).toEqual([{ on: 'block', block: 'p1' }, null])
  })
  it('is not lost when another window writes in the same article', async () => {
    const other = await otherWindow()
    expect(other.draftText('a', 'reply-2')).toBe('')
    keepDraftText('a', 'reply-1', 'أنا')
    other.keepDraftText('a', 'reply-2', 'وأنا')
    const reloaded = await otherWindow()
    expect([reloaded.draftText('a', 'reply-1'), reloaded.draftText('a', 'reply-2')]).toEqual(['أنا', 'وأنا'])
  })
  it('is sent under one id until its field is empty', () => {
    keepDraftText('a', 'new', 'متى')
    const id = draftId('a', 'new')
    expect(draftId('a', 'new')).toBe(id)
    keepDraftText('a', 'new', '')
    expect(draftId('a', 'new')).not.toBe(id)
  })
  it('is nothing where the storage was cut off', () => {
    stored.set('midad.comments.a', '{"anchor":')
    expect([draftAnchor('a'), draftText('a', 'new')]).toEqual([null, ''])
  })
})
