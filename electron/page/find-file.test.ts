import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPageFile } from './find-file.ts'

let root = ''
let page = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'midad-page-'))
  page = join(root, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html>')
  writeFileSync(join(page, 'assets', 'app-1a2b.js'), 'export {}')
  writeFileSync(join(page, 'خط.css'), 'p{}')
  writeFileSync(join(page, 'notes.txt'), 'x')
  writeFileSync(join(root, 'secret.json'), '{}')
  symlinkSync(join(root, 'secret.json'), join(page, 'linked.json'))
  mkdirSync(join(root, 'page-other'))
  writeFileSync(join(root, 'page-other', 'a.json'), '{}')
})
afterAll(() => rmSync(root, { recursive: true }))

describe('findPageFile', () => {
  it('answers / with the index, which is never cached', () => {
    expect(findPageFile(page, '/')).toMatchObject({
      bytes: 15,
      mediaType: 'text/html; charset=utf-8',
      immutable: false,
    })
  })

  it('lets hashed assets be cached', () => {
    expect(findPageFile(page, '/assets/app-1a2b.js')).toMatchObject({ immutable: true })
  })

  it('decodes the path', () => {
    expect(findPageFile(page, '/%D8%AE%D8%B7.css')?.bytes).toBe(3)
  })

  it.each([
    ['a parent', '/../secret.json'],
    ['an encoded parent', '/%2e%2e/secret.json'],
    ['an encoded slash', '/..%2fsecret.json'],
    ['a backslash', '/..%5csecret.json'],
    ['a parent further in', '/assets/../../secret.json'],
    ['a sibling whose name begins alike', '/../page-other/a.json'],
    ['a link that leaves the folder', '/linked.json'],
    ['a NUL', '/index.html%00.js'],
    ['a broken escape', '/%E0%A4%A.html'],
    ['a folder', '/assets'],
    ['a kind that no page has', '/notes.txt'],
    ['a file that is not there', '/absent.js'],
    ['a path below a file', '/index.html/a.js'],
    ['no slash', 'index.html'],
    ['nothing', ''],
  ])('refuses %s', (_, path) => {
    expect(findPageFile(page, path)).toBeNull()
  })
})
