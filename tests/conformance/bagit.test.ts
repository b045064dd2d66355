import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EDITOR, REPORTER, testService } from '#tests/support/service.ts'
import { unzipped } from '#tests/support/unzipped.ts'
import { ELAPH_PATH } from '#tests/support/real-article.ts'

/** Imports, approves and exports the real article through the service. @returns the folder of the unpacked package. */
async function exportedBag(): Promise<string> {
  const { call, folder } = testService()
  const bytes = readFileSync(ELAPH_PATH).toString('base64')
  const found = await call('import.recognise', { name: 'a.txt', bytes })
  if (found.kind !== 'lines') throw new Error('recognised as another format')
  const { lines, section } = found
  const { id } = await call('import.accept', { lines, section, actor: REPORTER })
  await call('review.move', { id, to: 'submitted', actor: REPORTER })
  await call('review.move', { id, to: 'approved', actor: EDITOR })
  const { path } = await call('publish.export', { id, folder, actor: EDITOR })
  const out = join(folder, 'unpacked')
  await unzipped(readFileSync(path), out)
  return join(out, readdirSync(out)[0] ?? '')
}

function allFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted()
}

/** RFC 8493, 2.1.3: digest, one or more white spaces, path; `%`, CR and LF of a path are percent-encoded. */
function parseManifest(text: string): [string, string][] {
  const lines = text.split(/\r\n|\r|\n/u).filter((line) => line !== '')
  return lines.map((line) => {
    const [, digest = '', path = ''] = /^(\S+)\s+(.+)$/u.exec(line) ?? []
    return [decodeURIComponent(path.replaceAll(/%(?!0A|0D|25)/giu, '%25')), digest.toLowerCase()]
  })
}

/** Checks a bag by RFC 8493 alone, without Midad's code. @returns what is wrong with it. */
function bagProblems(bag: string): string[] {
  const problems: string[] = []
  const names = allFiles(bag)
  const read = (name: string): string => readFileSync(join(bag, name), 'utf8')
  // 2.1.1: the declaration is exactly these two lines.
  if (!/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/u.test(read('bagit.txt')))
    problems.push('declaration')
  const manifests = names.filter((name) => /^manifest-\w+\.txt$/u.test(name))
  if (manifests.length === 0) problems.push('no payload manifest')
  const check = (manifest: string, expected: readonly string[]): void => {
    const algorithm = /manifest-(\w+)\.txt$/u.exec(manifest)?.[1] ?? ''
    const listed = parseManifest(read(manifest))
    // 2.1.3 and 3: every file once, and every listed file there, with its digest.
    if (new Set(listed.map(([path]) => path)).size !== listed.length) problems.push(`${manifest}: a path twice`)
    const paths = listed.map(([path]) => path).toSorted()
    if (JSON.stringify(paths) !== JSON.stringify(expected)) problems.push(`${manifest}: not the files that are there`)
    for (const [path, digest] of listed) {
      const actual = createHash(algorithm)
        .update(readFileSync(join(bag, path)))
        .digest('hex')
      if (actual !== digest) problems.push(`${manifest}: ${path}`)
    }
  }
  const payload = names.filter((name) => name.startsWith('data/'))
  const tags = names.filter((name) => !name.startsWith('data/') && !name.startsWith('tagmanifest-'))
  for (const manifest of manifests) check(manifest, payload)
  for (const manifest of names.filter((name) => name.startsWith('tagmanifest-'))) check(manifest, tags)
  // 2.2.2: octets and streams of the payload.
  const octets = payload.reduce((sum, name) => sum + readFileSync(join(bag, name)).length, 0)
  const oxum = /^Payload-Oxum: (\d+\.\d+)$/mu.exec(read('bag-info.txt'))?.[1]
  if (oxum !== `${octets}.${payload.length}`) problems.push('Payload-Oxum')
  return problems
}

describe('the package of the real article', () => {
  it('is a valid BagIt 1.0 bag by RFC 8493', async () => {
    const bag = await exportedBag()
    expect(allFiles(bag)).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data/article.html',
      'data/article.json',
      'data/jsonld.json',
      'data/newsml-g2.xml',
      'data/ninjs.json',
      'data/package.json',
      'manifest-sha256.txt',
      'manifest-sha512.txt',
      'tagmanifest-sha256.txt',
    ])
    expect(bagProblems(bag)).toEqual([])
    writeFileSync(join(bag, 'data', 'article.html'), 'غيره')
    expect(bagProblems(bag)).toEqual([
      'manifest-sha256.txt: data/article.html',
      'manifest-sha512.txt: data/article.html',
      'Payload-Oxum',
    ])
  })

  it.skipIf(process.platform === 'win32' || process.platform === 'darwin')(
    'passes sha256sum and sha512sum, which know nothing of bags',
    async () => {
      const bag = await exportedBag()
      for (const [tool, manifest] of [
        ['sha256sum', 'manifest-sha256.txt'],
        ['sha512sum', 'manifest-sha512.txt'],
        ['sha256sum', 'tagmanifest-sha256.txt'],
      ] as const) {
        const said = execFileSync(tool, ['--check', '--strict', manifest], {
          cwd: bag,
          encoding: 'utf8',
          env: { LC_ALL: 'C' },
        })
        expect(
          said
            .trim()
            .split('\n')
            .every((line) => line.endsWith(': OK')),
        ).toBe(true)
      }
    },
  )
})
