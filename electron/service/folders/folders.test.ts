import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asFolderError, listFolders, requireWritableFolder } from './folders.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midad-folders-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('listFolders', () => {
  it('lists folders only, sorted, without hidden ones', () => {
    for (const name of ['عدد 10', 'عدد 9', 'أرشيف', '.مخفي']) mkdirSync(join(folder, name))
    writeFileSync(join(folder, 'ملف.txt'), '')
    symlinkSync(join(folder, 'لا شيء'), join(folder, 'مقطوع'))
    expect(listFolders(folder)).toEqual({
      folder,
      parent: tmpdir(),
      folders: ['أرشيف', 'عدد 9', 'عدد 10'],
      writable: true,
    })
  })
  it('has no parent at the root', () => {
    expect(listFolders('/').parent).toBeNull()
  })
  it('refuses what is not a folder', () => {
    const file = join(folder, 'a.txt')
    writeFileSync(file, '')
    for (const path of [file, join(folder, 'none'), join(file, 'inside')]) {
      expect(() => listFolders(path)).toThrow(expect.objectContaining({ code: 'folder-missing', params: { path } }))
      expect(() => requireWritableFolder(path)).toThrow(expect.objectContaining({ code: 'folder-missing' }))
    }
  })
})

describe('a name that the disk does not allow', () => {
  const long = 'خ'.repeat(200)
  it('is refused in words, not as a missing folder or a lack of permission', () => {
    const path = join(folder, long)
    const refusal = expect.objectContaining({ code: 'name-too-long', params: { path } })
    expect(() => listFolders(path)).toThrow(refusal)
    expect(() => requireWritableFolder(path)).toThrow(refusal)
    expect(() => asFolderError(path, () => mkdirSync(path))).toThrow(refusal)
  })
})
