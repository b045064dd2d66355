import type { Article } from '#core/article/article.ts'
import { textBlocks } from '#core/article/text-nodes.ts'
import { covered } from '#core/changes/apply.ts'
import type { Change } from '#core/changes/change.ts'
import { readLine } from '#core/changes/line.ts'
import { lineAt, treeOf } from '#core/changes/tree.ts'

/** How often each word occurs. */
export class WordBalance {
  readonly #counts = new Map<string, number>()

  add(text: string, by: number): void {
    for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}\u0640\u200C\u200D]+/gu))
      this.#counts.set(word, (this.#counts.get(word) ?? 0) + by)
  }

  addArticle(article: Article, by = 1): this {
    for (const { children } of textBlocks(article.document)) this.add(readLine(children).text, by)
    return this
  }

  /** Adds the words that changes add to their base, and takes away those that they remove. */
  addChanges(base: Article, changes: readonly Change[]): this {
    const tree = treeOf(base.document)
    const textOf = (key: string): string => readLine(lineAt(tree, key)?.children ?? [{ text: '' }]).text
    for (const change of changes) {
      if (change.kind === 'insert' && change.inlines !== undefined) this.add(readLine(change.inlines).text, 1)
      if (change.kind === 'remove') this.add(textOf(change.node), -1)
      if (change.kind !== 'text') continue
      const { from, to, pieces } = change
      this.add(textOf(from.line).slice(from.at, from.line === to.line ? to.at : undefined), -1)
      for (const key of covered(tree, from.line, to.line))
        this.add(textOf(key).slice(0, key === to.line ? to.at : undefined), -1)
      this.add(pieces.map((piece) => ('text' in piece ? piece.text : '\n')).join(''), 1)
    }
    return this
  }

  /** @returns the words that do not balance, each with its surplus. */
  rest(): string[] {
    return [...this.#counts].filter(([, count]) => count !== 0).map(([word, count]) => `${word} ${count}`)
  }
}
