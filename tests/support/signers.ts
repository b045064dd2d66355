import type { Signer } from '#core/export/package/signature.ts'
import { fingerprintOf } from '#core/newsroom/fingerprint.ts'
import { publicKeyPem, sign } from '#electron/files/keys.ts'

/** The second and the third key of RFC 8032, 7.1. */
export const SUAD = signerOf(
  'سعاد',
  '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
)
/** Somebody who goes by the same name. */
export const OTHER = signerOf(
  'سعاد',
  'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
  'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
)

/** @returns who signs with the key of a seed; both keys raw, in hexadecimal. */
export function signerOf(name: string, publicKey: string, seed: string): Signer & { publicKey: string } {
  const privateKey = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex').toString('base64')
  return {
    ...{ name, publicKey, fingerprint: fingerprintOf(publicKey), head: null, pem: publicKeyPem(publicKey) },
    sign: (bytes) => sign(privateKey, bytes),
  }
}
