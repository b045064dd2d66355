/** Why a file is refused. */
export type ImportRefusal = 'damaged' | 'too-large' | 'empty' | 'unsupported' | 'newer-version' | 'without-body'

/** Refuses a file: nothing of it is imported. */
export class ImportError extends Error {
  readonly code: ImportRefusal

  constructor(code: ImportRefusal, options?: ErrorOptions) {
    super(code, options)
    this.name = 'ImportError'
    this.code = code
  }
}
