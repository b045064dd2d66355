import type { Block } from '../../article/block.ts'
import type { NewId } from '../../article/factories.ts'
import { bodyBlocks } from '../html/page.ts'
import { firstBelow, htmlTree } from '../html/tree.ts'
import { ImportError } from '../import-error.ts'
import { Losses } from '../losses.ts'
import { validBlocks } from './fragment.ts'
import { MAX_NODES } from './limits.ts'
import type { LooseBlock } from '../html/loose.ts'
import { withParagraphs } from './line-breaks.ts'
import { prepare, type LeftOut } from './prepare.ts'

/** The content of a pasted page. */
export type PastedPage = LeftOut & {
  /** Fields of the head among them come first. */
  blocks: Block[]
  /** The id of the subhead that is the headline of the page; null for a page without one. */
  headline: string | null
  /** The bytes of pictures as base64, by the id of their figure. */
  pictures: Map<string, string>
}

/**
 * Reads pasted HTML of any program, as the importer of pages reads it. Nothing in it is run or fetched.
 * @throws ImportError `too-large` for a page that is more than can be pasted; `damaged` when its blocks are none that an
 *   article may have.
 */
export function readPage(html: string, newId: NewId): PastedPage {
  const page = htmlTree(html)
  const { body, notes, struck } = prepare(firstBelow(page, 'body') ?? page)
  const read = bodyBlocks(body, null, { newId }, new Losses(), firstBelow(body, 'h1'))
  const loose = withParagraphs(read.blocks)
  if (loose.length > MAX_NODES) throw new ImportError('too-large')
  const headline = loose.some(isHeadline) ? newId() : null
  const blocks = validBlocks(withoutHeadline(loose, headline), newId)
  if (blocks === null) throw new ImportError('damaged')
  const pictures = [...read.pictures].flatMap(([id, source]): [string, string][] =>
    source.kind === 'base64' ? [[id, source.data]] : [],
  )
  return { blocks, headline, pictures: new Map(pictures), notes, struck }
}

const isHeadline = ({ type }: LooseBlock): boolean => type === 'headline'

/** Makes subheads of the lines of a headline: in a text that has its own, it is one. @param id of the first */
function withoutHeadline(blocks: readonly LooseBlock[], id: string | null): LooseBlock[] {
  const first = blocks.findIndex(isHeadline)
  return blocks.map((block, index) =>
    isHeadline(block) ? { ...block, type: 'subhead', level: 2, ...(index === first ? { id } : {}) } : block,
  )
}
