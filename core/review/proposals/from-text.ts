import type { Article } from '../../article/article.ts'
import type { AnyBlock, Block } from '../../article/block.ts'
import type { NewId } from '../../article/factories.ts'
import { childBlocks, isContainer, isTextBlock } from '../../article/text-nodes.ts'
import { apply } from '../../changes/apply.ts'
import type { Change } from '../../changes/change.ts'
import { compute } from '../../changes/compute.ts'
import { groups } from '../../changes/groups.ts'
import { LineBuilder, readLine, writeLine } from '../../changes/line.ts'
import { withIdsOf } from '../../changes/same-blocks.ts'
import { treeOf } from '../../changes/tree.ts'

/** @returns the article with the blocks of a text that was written elsewhere; its metadata stay. */
export function headFromBlocks(base: Article, text: Article): Article {
  return { ...base, document: withIdsOf(base, text) }
}

/**
 * Takes from a plain text what it can say: words, and lines that come, go or move. Marks, links, pictures and all that plain
 * text has no words for stay as they are.
 * @returns the article as the text would have it
 */
export function headFromPlainText(base: Article, text: Article, newId: NewId): Article {
  const bare = { ...base, document: base.document.map((block) => withoutMarks(block) as Block) }
  const changes = compute(bare, headFromBlocks(bare, text))
  const { nodes } = treeOf(bare.document)
  const isSaid = (change: Change): boolean => {
    if (change.kind !== 'remove' && change.kind !== 'move') return true
    const block = nodes.get(change.node)?.block
    return block !== undefined && (isTextBlock(block) || block.type === 'list' || block.type === 'quote')
  }
  const said = groups(bare, changes).filter((group) => group.every(isSaid))
  return apply(base, said.flat().filter(isOfText), newId)
}

/** What a reader of lines guesses of a block, such as its direction, says nothing against what it is. */
function isOfText({ kind }: Change): boolean {
  return kind !== 'field' && kind !== 'format' && kind !== 'metadata' && kind !== 'article'
}

/** @returns a block whose lines are as long as before, in units, and have no marks, links or isolates. */
function withoutMarks(block: AnyBlock): AnyBlock {
  if (isContainer(block)) return { ...block, children: childBlocks(block).map(withoutMarks) } as AnyBlock
  if (!isTextBlock(block)) return block
  const line = readLine(block.children)
  const builder = new LineBuilder()
  for (let at = 0; at < line.text.length; at += 1) {
    const object = line.objects.get(at)
    if (object === undefined) builder.addText(line.text.charAt(at), {})
    else builder.addObject(object)
  }
  return { ...block, children: writeLine(builder.line()) }
}
