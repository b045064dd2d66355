import type { Article } from '../../article/article.ts'
import { articleText } from '../../article/plain-text.ts'
import { nodeOf } from '../../changes/change.ts'
import { compute } from '../../changes/compute.ts'
import type { Group } from '../../changes/groups.ts'
import { topOf, treeOf, type Tree } from '../../changes/tree.ts'
import { describe } from './describe.ts'
import { blocksOf } from './drawing.ts'

/** A version of an article, and who made it of the one before; empty where that is not known. */
export type Version = { readonly article: Article; readonly by: string }

/** A step from one version to the next. */
type Step = {
  readonly by: string
  readonly before: string
  readonly after: string
  readonly blocks: ReadonlySet<string>
}

/**
 * Finds who made changes.
 * @param versions the oldest first; the last is the text to which the changes are addressed
 * @param parts what leads from the last version back to the first
 * @returns for each part who wrote its words, or took them away, or else touched its block last
 */
export function writersOf(versions: readonly Version[], parts: readonly Group[]): string[] {
  const last = versions.at(-1)
  if (last === undefined) return []
  const live = treeOf(last.article.document)
  const steps = versions.slice(1).map((version, index) => stepTo(version, versions[index]?.article ?? version.article))
  return parts.map((part) => writerOf(part, live, steps) ?? last.by)
}

function stepTo({ article, by }: Version, before: Article): Step {
  const [older, newer] = [treeOf(before.document), treeOf(article.document)]
  const ids = compute(before, article).map((change) => {
    const top = topOf(nodeOf(change), newer, older)
    return (newer.nodes.get(top) ?? older.nodes.get(top))?.block.id ?? ''
  })
  return { by, before: articleText(before), after: articleText(article), blocks: new Set(ids) }
}

function writerOf(part: Group, live: Tree, steps: readonly Step[]): string | undefined {
  // The part leads back: what it removes was written, and what it adds was taken away.
  const { removed, added } = describe(live, part)
  const [written, taken] = [removed.trim(), added.trim()]
  const blocks = blocksOf(part, live)
  const found =
    written !== ''
      ? steps.findLast(({ before, after }) => after.includes(written) && !before.includes(written))
      : taken !== ''
        ? steps.find(({ before, after }) => before.includes(taken) && !after.includes(taken))
        : undefined
  return (found ?? steps.findLast((step) => blocks.some((id) => step.blocks.has(id))))?.by
}
