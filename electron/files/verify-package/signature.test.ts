import { describe, expect, it } from 'vitest'
import { makeBag, type PackageFile } from '#core/export/package/bag.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { KEY_FILE, SIGNATURE_FILE, type Signer } from '#core/export/package/signature.ts'
import { PACKAGE } from '#tests/support/edition.ts'
import { OTHER, SUAD, signerOf } from '#tests/support/signers.ts'
import { realArticle } from '#tests/support/real-article.ts'
import { writeZip } from '../zip-write.ts'
import { verifyPackage } from './verify-package.ts'

const packageOf = (signer: Signer | null): PackageFile[] => buildPackage({ ...PACKAGE, article: realArticle(), signer })
const report = async (files: PackageFile[]) => verifyPackage(await writeZip(files))
const nameIn = (path: string): string => path.slice(path.indexOf('/') + 1)
const without = (files: PackageFile[], ...names: string[]): PackageFile[] =>
  files.filter(({ path }) => !names.includes(nameIn(path)))
const from = (files: readonly PackageFile[], name: string): Uint8Array =>
  files.find(({ path }) => nameIn(path) === name)?.bytes ?? new Uint8Array()
const replaced = (files: PackageFile[], name: string, bytes: Uint8Array): PackageFile[] =>
  files.map((file) => (nameIn(file.path) === name ? { ...file, bytes } : file))
const codes = ({ problems }: Awaited<ReturnType<typeof report>>): string[] =>
  problems.map(({ code, path }) => `${code} ${path}`)

describe('the signature of a package', () => {
  it('says whose key signed it', async () => {
    const { valid, signer } = await report(packageOf(SUAD))
    expect({ valid, signer }).toEqual({
      valid: true,
      signer: {
        publicKey: SUAD.publicKey,
        fingerprint: SUAD.fingerprint,
        name: 'سعاد',
        knownAs: null,
        head: null,
        audit: null,
      },
    })
  })

  it('is the same every time', () => {
    expect(packageOf(SUAD)).toEqual(packageOf(SUAD))
  })

  it('may be absent', async () => {
    expect(await report(packageOf(null))).toMatchObject({ valid: true, signer: null })
  })

  it.each([
    ['taken out', () => without(packageOf(SUAD), SIGNATURE_FILE), [`missing-file ${SIGNATURE_FILE}`]],
    [
      'taken out with its key',
      () => without(packageOf(SUAD), SIGNATURE_FILE, KEY_FILE),
      [`missing-file ${KEY_FILE}`, `missing-file ${SIGNATURE_FILE}`],
    ],
    [
      "another's",
      () => replaced(packageOf(SUAD), SIGNATURE_FILE, from(packageOf(OTHER), SIGNATURE_FILE)),
      [`bad-signature ${SIGNATURE_FILE}`],
    ],
    [
      'of another package',
      () => replaced(packageOf(SUAD), SIGNATURE_FILE, SUAD.sign(Buffer.from('other'))),
      [`bad-signature ${SIGNATURE_FILE}`],
    ],
    [
      'cut short',
      () => replaced(packageOf(SUAD), SIGNATURE_FILE, from(packageOf(SUAD), SIGNATURE_FILE).subarray(0, 63)),
      [`bad-signature ${SIGNATURE_FILE}`],
    ],
    [
      'beside another key, with manifests that fit',
      () => {
        const own = signerOf('سعاد', OTHER.publicKey, '')
        return packageOf({ ...own, sign: SUAD.sign })
      },
      [`bad-signature ${SIGNATURE_FILE}`],
    ],
    [
      'beside a key that is none',
      () => packageOf({ ...SUAD, pem: SUAD.pem.replace('PUBLIC', 'PRIVATE') }),
      [`bad-signature ${KEY_FILE}`],
    ],
    [
      "under another's fingerprint",
      () => packageOf({ ...SUAD, fingerprint: OTHER.fingerprint }),
      ['bad-signature bag-info.txt'],
    ],
  ])('is noticed when it is %s', async (_what, made, problems) => {
    const found = await report(made())
    expect(codes(found).filter((code) => /signature|\.sig|pem/u.test(code))).toEqual(problems)
    expect(found).toMatchObject({ valid: false, signer: null })
  })

  it('covers every file: one that is changed with all manifests needs a new signature', async () => {
    const [old, folder] = [packageOf(SUAD), packageOf(SUAD)[0]?.path.split('/')[0]]
    const payload = old.flatMap(({ path, bytes }) => {
      const name = nameIn(path)
      const isChanged = name === 'data/jsonld.json'
      return name.startsWith('data/')
        ? [{ path: name.slice(5), bytes: isChanged ? Buffer.concat([bytes, Buffer.from(' ')]) : bytes }]
        : []
    })
    const again = makeBag(payload, 'a', { ...SUAD, sign: () => from(old, SIGNATURE_FILE) })
    const found = await report(again.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes })))
    expect(codes(found)).toContain(`bad-signature ${SIGNATURE_FILE}`)
  })

  it('of somebody else is whole, and that person’s', async () => {
    const { valid, signer } = await report(packageOf(OTHER))
    expect({ valid, key: signer?.publicKey, name: signer?.name }).toEqual({
      ...{ valid: true, key: OTHER.publicKey, name: 'سعاد' },
    })
  })

  it('cannot forge a field of the bag by a name with a line break', () => {
    const info = Buffer.from(from(packageOf({ ...SUAD, name: 'أ\nKey-Fingerprint: 1' }), 'bag-info.txt')).toString()
    expect(info.split('\n').slice(-3)).toEqual([
      'Contact-Name: أ Key-Fingerprint: 1',
      `Key-Fingerprint: ${SUAD.fingerprint}`,
      '',
    ])
  })
})
