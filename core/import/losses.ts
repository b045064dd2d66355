import { z } from 'zod'

/** The kinds of content that an article cannot hold. Their texts are in `core/locale`. */
export const lossCodeSchema = z.enum([
  'other-items',
  'left-out',
  'cancelled-items',
  'other-text',
  'beside-article',
  'hidden-text',
  'remote-picture',
  'picture-not-here',
  'picture-unsupported',
  'misplaced-picture',
  'unsafe-link',
  'formatting',
  'heading-level',
  'merged-cells',
  'nested-table',
  'deep-list',
  'drawing',
  'media',
  'page-furniture',
  'deleted-text',
  'comments',
  'notes',
  'tracked-changes',
  'fields',
  'shortcodes',
  'unknown-content',
])
export type LossCode = z.infer<typeof lossCodeSchema>

/** How much text is reported for each kind, in UTF-16 units: enough for any real file, and bounded for a hostile one. */
const MAX_WORDS = 20_000
const MAX_EXAMPLES = 1000

export const importLossSchema = z.object({
  code: lossCodeSchema,
  count: z.int().positive(),
  /** The lost texts as they were in the source, each once. */
  examples: z.array(z.string().max(MAX_WORDS)).max(MAX_EXAMPLES),
})
export type ImportLoss = z.infer<typeof importLossSchema>

/** Collects what could not be kept, by kind, with counts and texts, so that a person can find what is missing. */
export class Losses {
  readonly #found: Map<LossCode, ImportLoss>

  constructor(earlier: readonly ImportLoss[] = []) {
    this.#found = new Map(earlier.map((loss) => [loss.code, { ...loss, examples: [...loss.examples] }]))
  }

  add(code: LossCode, example = ''): void {
    const loss = this.#found.get(code) ?? { code, count: 0, examples: [] }
    loss.count += 1
    const words = example
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .toWellFormed()
    const left = MAX_WORDS - loss.examples.reduce((sum, each) => sum + each.length, 0)
    const shown = words.length > left ? `${words.slice(0, Math.max(0, left - 1)).replace(/\p{Cs}$/u, '')}…` : words
    const isNew = words !== '' && left > 1 && !loss.examples.includes(shown)
    if (isNew && loss.examples.length < MAX_EXAMPLES) loss.examples.push(shown)
    this.#found.set(code, loss)
  }

  /** @returns the losses in the order of the codes. */
  list(): ImportLoss[] {
    return lossCodeSchema.options.flatMap((code) => this.#found.get(code) ?? [])
  }
}
