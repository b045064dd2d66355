import { z } from 'zod'

/** What another format had and an article cannot hold. Each has its words in `core/locale`. */
export const lossCodeSchema = z.enum([
  'remote-picture',
  'picture-not-here',
  'picture-unsupported',
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

const MAX_EXAMPLES = 3
const MAX_EXAMPLE = 120

export const importLossSchema = z.object({
  code: lossCodeSchema,
  count: z.int().positive(),
  /** The first few, as they stood in the source. */
  examples: z.array(z.string().max(MAX_EXAMPLE)).max(MAX_EXAMPLES),
})
export type ImportLoss = z.infer<typeof importLossSchema>

/** Gathers what could not be kept, each kind once, with how often and the first few of it. */
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
    const shown = words.length > MAX_EXAMPLE ? `${words.slice(0, MAX_EXAMPLE - 1).replace(/\p{Cs}$/u, '')}…` : words
    if (shown !== '' && loss.examples.length < MAX_EXAMPLES) loss.examples.push(shown)
    this.#found.set(code, loss)
  }

  /** @returns what was gathered, in the order of the codes. */
  list(): ImportLoss[] {
    return lossCodeSchema.options.flatMap((code) => this.#found.get(code) ?? [])
  }
}
