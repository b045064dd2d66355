/** Why a file is refused whole. */
export type ImportRefusal = 'damaged' | 'too-large' | 'empty' | 'unsupported' | 'newer-version' | 'without-body'

/** A refusal of an import: nothing of the file is taken. */
export class ImportError extends Error {
  readonly code: ImportRefusal

  constructor(code: ImportRefusal, options?: ErrorOptions) {
    super(code, options)
    this.name = 'ImportError'
    this.code = code
  }
}
