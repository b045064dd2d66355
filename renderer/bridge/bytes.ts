/** @returns the bytes of a file in base64. @throws the reader's error. */
export function toBase64(file: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const reader = new FileReader()
  reader.addEventListener('error', () => reject(reader.error ?? new Error('The file could not be read')))
  reader.addEventListener('load', () => {
    const url = reader.result
    if (typeof url === 'string') resolve(url.slice(url.indexOf(',') + 1))
    else reject(new Error('The file could not be read'))
  })
  reader.readAsDataURL(file)
  return promise
}

/** @returns the decoded bytes as a blob. */
export function fromBase64(base64: string, mediaType: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)], { type: mediaType })
}
