import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeBag, type PackageFile } from '#core/export/package/bag.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { ASSET, fullArticle } from '#tests/support/full-article.ts'
import { hasNewsmlSchema, hasNinjsSchema, SCHEMAS } from '#tests/support/schemas.ts'
import { PACKAGE } from '#tests/support/edition.ts'
import { expectLinear } from '#tests/support/growth.ts'
import { realArticle } from '#tests/support/real-article.ts'
import { rawZip } from '#tests/support/raw-zip.ts'
import { brokenLinks } from './package-links.ts'
import { verifyPackage } from './verify-package.ts'
import { writeZip } from '../zip-write.ts'

const files = buildPackage({ ...PACKAGE, article: realArticle() })
const top = files[0]?.path.split('/')[0] ?? ''
let zip: Uint8Array

beforeAll(async () => {
  zip = await writeZip(files)
})

/** The package with its files changed, and nothing made to fit. */
async function tampered(change: (all: PackageFile[]) => PackageFile[]) {
  return verifyPackage(await writeZip(change(files.map((file) => ({ ...file })))))
}
const codes = ({ problems }: Awaited<ReturnType<typeof verifyPackage>>): string[] =>
  problems.map(({ code, path }) => `${code} ${path}`.trim())

describe('verifyPackage', () => {
  it('finds no problem in a package that Midad wrote', async () => {
    const report = await verifyPackage(zip)
    expect(report).toMatchObject({ valid: true, problems: [] })
    expect(report.files.every(({ status }) => status === 'ok')).toBe(true)
    expect(report.about).toEqual({
      id: 'urn:newsml:midad:7f3a2c10-0000-4000-8000-000000000001',
      version: 1,
      headline: 'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة',
      action: 'publish',
    })
  })

  it('names the file in which any byte was changed, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, where, bits) => {
        const index = which % files.length
        const path = (files[index]?.path ?? '').slice(top.length + 1)
        const at = where % (files[index]?.bytes.length ?? 1)
        const byte = files[index]?.bytes[at] ?? 0
        // A checksum is hexadecimal in letters of either case (RFC 8493, 2.1.3): there another case says the same.
        const isHex = /[a-f]/iu.test(String.fromCodePoint(byte))
        fc.pre(!(path === 'tagmanifest-sha256.txt' && bits === 32 && isHex))
        const report = await tampered((all) => {
          const bytes = Uint8Array.from(all[index]?.bytes ?? [])
          bytes[at] = byte ^ bits
          return all.with(index, { path: all[index]?.path ?? '', bytes })
        })
        expect(report.valid).toBe(false)
        // The last manifest vouches for the others and has nobody to vouch for it: it shows by what it says.
        if (path === 'tagmanifest-sha256.txt') return
        expect([...new Set(report.problems.map((each) => each.path))]).toEqual([path])
      }),
      { numRuns: 150 },
    )
  })

  it('reports an added file and a removed file', async () => {
    expect(
      codes(await tampered((all) => [...all, { path: `${top}/data/extra.txt`, bytes: Buffer.from('س') }])),
    ).toEqual(['extra-file data/extra.txt'])
    expect(codes(await tampered((all) => [...all, { path: `${top}/note.txt`, bytes: Buffer.from('س') }]))).toEqual([
      'extra-file note.txt',
    ])
    expect(codes(await tampered((all) => all.filter(({ path }) => !path.endsWith('article.html'))))).toEqual([
      'missing-file data/article.html',
    ])
  })

  it('reports every file that was removed or renamed, the last manifest too', async () => {
    for (const { path } of files) {
      expect((await tampered((all) => all.filter((file) => file.path !== path))).valid, path).toBe(false)
      const renamed = await tampered((all) =>
        all.map((file) => (file.path === path ? { ...file, path: `${path}x` } : file)),
      )
      expect(renamed.valid, path).toBe(false)
    }
    const report = await tampered((all) => [
      ...all.filter(({ path }) => !path.endsWith('tagmanifest-sha256.txt')),
      { path: `${top}/note.txt`, bytes: Buffer.from('س') },
    ])
    expect(codes(report)).toEqual(['missing-file tagmanifest-sha256.txt'])
    expect(report.files.find(({ path }) => path === 'tagmanifest-sha256.txt')?.status).toBe('missing')
  })

  it('names nothing but what is missing, whichever file was removed', async () => {
    const image = { name: 'original', width: 800, height: 600, bytes: Uint8Array.of(1) } as const
    const whole = buildPackage({ ...PACKAGE, article: fullArticle(), images: new Map([[ASSET.hash, [image]]]) })
    for (const { path } of whole) {
      const report = await verifyPackage(await writeZip(whole.filter((file) => file.path !== path)))
      expect(new Set(report.problems.map((each) => each.path)), path).toEqual(
        new Set([path.slice(path.indexOf('/') + 1)]),
      )
    }
  })

  it('reports a name that differs between the two places where a zip has it', async () => {
    const bytes = Buffer.from(zip)
    // The first local header begins the file, and its name stands 30 bytes on.
    bytes[30 + Buffer.byteLength(files[0]?.path ?? '') - 1] = 0x5a
    expect(codes(await verifyPackage(bytes))[0]).toBe(`not-a-zip ${files[0]?.path ?? ''}`)
  })

  it('reports a changed file even if the manifests were adapted', async () => {
    const other = buildPackage({ ...PACKAGE, article: { ...realArticle(), id: 'other' } })
    const json = other.find(({ path }) => path.endsWith('article.json'))?.bytes ?? new Uint8Array()
    const report = await tampered((all) =>
      bagAgain(all.map((file) => (file.path.endsWith('article.json') ? { ...file, bytes: json } : file))),
    )
    expect(codes(report)).toEqual([
      'bad-package-json data/package.json',
      'bad-article data/article.json',
      'identity-differs data/article.json',
    ])
  })

  it.each([
    ['a path out of the folder', '../evil.txt', 'unsafe-path ../evil.txt'],
    ['a path out of the folder by a detour', `${top}/data/../../evil`, `unsafe-path ${top}/data/../../evil`],
    ['an absolute path', '/etc/evil', 'unsafe-path /etc/evil'],
    ['a Windows path', String.raw`C:\evil`, String.raw`unsafe-path C:\evil`],
    ['a name with a control character', `${top}/a\u0007b`, `unsafe-path ${top}/a\uFFFDb`],
  ])('refuses %s', async (_name, path, problem) => {
    const report = await verifyPackage(rawZip([...entries(), { name: path, data: 'س' }]))
    expect(codes(report)).toEqual([problem])
  })

  it('refuses names that are not UTF-8, links, devices, and the same name twice', async () => {
    const bytes = Buffer.concat([Buffer.from(`${top}/`), Buffer.from([0xff, 0xfe])])
    expect(codes(await verifyPackage(rawZip([...entries(), { name: bytes, data: '' }])))[0]).toContain('unsafe-path')
    const link = { name: `${top}/link`, data: '/etc/passwd', mode: 0o120777 }
    expect(codes(await verifyPackage(rawZip([...entries(), link])))).toEqual([`symlink ${top}/link`])
    const twin = { name: `${top}/BAGIT.TXT`, data: 'س' }
    expect(codes(await verifyPackage(rawZip([...entries(), twin])))).toEqual([`duplicate-entry ${top}/BAGIT.TXT`])
  })

  it('stops at a zip bomb, whatever size it declares', async () => {
    const nothing = deflateRawSync(Buffer.alloc(600 * 1024 * 1024))
    const bomb = { name: `${top}/data/bomb`, data: nothing, method: 8, claimedSize: 600 * 1024 * 1024 }
    expect(codes(await verifyPackage(rawZip([bomb])))).toEqual([`absurd-ratio ${top}/data/bomb`])
    const liar = { ...bomb, claimedSize: 10 }
    expect((await verifyPackage(rawZip([...entries(), liar]))).valid).toBe(false)
    const many = Array.from({ length: 10_001 }, (_each, index) => ({ name: `${top}/${index}`, data: '' }))
    expect(codes(await verifyPackage(rawZip(many)))).toEqual(['too-large'])
  })

  it('refuses encrypted files, and accepts files that merely compress well', async () => {
    const hidden = { name: `${top}/data/hidden`, data: 'س'.repeat(7), claimedSize: 2, flags: 0x0801 }
    expect(codes(await verifyPackage(rawZip([...entries(), hidden])))).toEqual([`encrypted ${top}/data/hidden`])
    const plain = Buffer.alloc(4 * 1024 * 1024)
    const shrunk = {
      name: `${top}/data/zeros`,
      data: deflateRawSync(plain),
      method: 8,
      claimedSize: plain.length,
      crc: crc32(plain),
    }
    expect(codes(await verifyPackage(rawZip([...entries(), shrunk])))).not.toContain(`absurd-ratio ${top}/data/zeros`)
  })

  it('reports a link to a missing picture, but not an address in the text of an article', async () => {
    const image = { name: 'original', width: 800, height: 600, bytes: Uint8Array.of(1) } as const
    const images = new Map([[ASSET.hash, [image]]])
    const whole = buildPackage({ ...PACKAGE, article: fullArticle(), images })
    expect(codes(await verifyPackage(await writeZip(whole)))).toEqual([])
    const without = bagAgain(whole.filter(({ path }) => !path.includes('/images/')))
    const found = codes(await verifyPackage(await writeZip(without))).filter((code) => code.startsWith('broken-link'))
    expect(found).toEqual([
      'broken-link data/article.html',
      'broken-link data/newsml-g2.xml',
      'broken-link data/ninjs.json',
      'broken-link data/jsonld.json',
    ])
    const said = smallArticle('a', 'عنوان', '<img src="images/none.jpg"> images/none.jpg cid:none.jpg@images')
    expect(codes(await verifyPackage(await writeZip(buildPackage({ ...PACKAGE, article: said }))))).toEqual([])
  })

  it.skipIf(!hasNinjsSchema || !hasNewsmlSchema)(
    'judges ninjs and NewsML-G2 where the schemas are at hand',
    async () => {
      expect((await verifyPackage(zip, SCHEMAS)).problems).toEqual([])
      const changed = files.map((file) => ({
        ...file,
        bytes: Buffer.from(
          Buffer.from(file.bytes)
            .toString('utf8')
            .replace('"usable"', '"fine"')
            .replace('<itemClass', '<midad/><itemClass'),
        ),
      }))
      const found = codes(await verifyPackage(await writeZip(changed), SCHEMAS))
      expect(found).toEqual(expect.arrayContaining(['bad-ninjs data/ninjs.json', 'bad-newsml data/newsml-g2.xml']))
      const entity = '<!DOCTYPE newsItem [<!ENTITY x SYSTEM "file:///etc/passwd">]><newsItem>&x;</newsItem>'
      const hostile = files.map((file) =>
        file.path.endsWith('g2.xml') ? { ...file, bytes: Buffer.from(entity) } : file,
      )
      expect(codes(await verifyPackage(await writeZip(hostile), SCHEMAS))).toContain('bad-newsml data/newsml-g2.xml')
    },
  )

  it('says that another file is not a package', async () => {
    expect(codes(await verifyPackage(Buffer.from('ليس zip')))).toEqual(['not-a-zip'])
    expect(codes(await verifyPackage(new Uint8Array()))).toEqual(['not-a-zip'])
    expect(codes(await verifyPackage(zip.subarray(0, zip.length / 2)))).toEqual(['not-a-zip'])
    expect(codes(await verifyPackage(rawZip([{ name: 'a.txt', data: 'س' }])))).toEqual(['not-a-bag'])
    expect(codes(await verifyPackage(rawZip([])))).toEqual(['not-a-bag'])
    expect(codes(await verifyPackage(rawZip([{ name: 'x/a.txt', data: 'س' }])))).toContain('not-a-bag bagit.txt')
  })

  it('refuses an unknown version of BagIt', async () => {
    const report = await tampered((all) =>
      all.map((file) =>
        file.path.endsWith('bagit.txt')
          ? { ...file, bytes: Buffer.from('BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n') }
          : file,
      ),
    )
    expect(codes(report)).toContain('unsupported-bag-version bagit.txt')
  })

  it.each(['data/ninjs.json', 'data/jsonld.json', 'data/article.json', 'data/package.json'])(
    'finds a problem, and throws nothing, where %s nests deeper than any stack',
    async (path) => {
      const deep = Buffer.from(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)
      const report = await tampered((all) =>
        all.map((file) => (file.path === `${top}/${path}` ? { ...file, bytes: deep } : file)),
      )
      expect(report.valid).toBe(false)
      expect(codes(report)).toContain(`checksum-differs ${path}`)
      if (path === 'data/ninjs.json' || path === 'data/jsonld.json') expect(codes(report)).toContain(`bad-json ${path}`)
    },
  )

  it('reads unclosed tags in linear time', async () => {
    await expectLinear((size) =>
      brokenLinks(new Map([['data/article.html', Buffer.from('<img '.repeat(size))]]), new Set()),
    )
  })

  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.nat(), async (noise, at) => {
        const bytes = Buffer.from(zip)
        bytes.set(noise, at % (bytes.length - noise.length))
        const report = await verifyPackage(bytes)
        expect(report.valid).toBe(report.problems.length === 0)
        expect((await verifyPackage(noise)).valid).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})

/** Makes new manifests for the payload of a package, as somebody would who wants to hide a change. */
function bagAgain(all: readonly PackageFile[]): PackageFile[] {
  const folder = all[0]?.path.split('/')[0] ?? ''
  const payload = all.flatMap(({ path, bytes }) => {
    const name = path.split(`${folder}/data/`).at(1)
    return name === undefined ? [] : [{ path: name, bytes }]
  })
  return makeBag(payload, 'a').map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes }))
}

function entries() {
  return files.map(({ path, bytes }) => ({ name: path, data: bytes }))
}
