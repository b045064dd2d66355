import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { Undo2 } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { BlockChange } from '#core/changes/reading.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { aspectWords, changeWords, shownWords } from './block-words.ts'
import { firstBlocks, foldSame, isChanged, type Stretch } from './folding.ts'
import { ChangedWords } from '#renderer/ui/changed-words.tsx'
import './compared-blocks.css'

export type Layout = 'one' | 'two'

/** How many blocks are drawn at first, and how many are added at a time. */
const BATCH = 150

type ComparedBlocksProps = {
  blocks: readonly BlockChange[]
  layout: Layout
  isAllShown: boolean
  /** Null where no block can be restored. */
  onRestore: ((block: BlockChange) => void) | null
  /** What else is said of a changed block, such as who changed it; null for nothing. */
  aboutOf?: (block: BlockChange) => string | null
}

const NOTHING = (): null => null

/** The blocks of two versions, as one text with the changes marked, or side by side. */
export function ComparedBlocks({ blocks, layout, isAllShown, onRestore, aboutOf = NOTHING }: ComparedBlocksProps) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [limit, setLimit] = useState(BATCH)
  const all: readonly Stretch[] = isAllShown ? [{ key: 'all', blocks, isFolded: false }] : foldSame(blocks)
  const { stretches, left } = firstBlocks(
    all.map((each) => ({ ...each, isFolded: each.isFolded && !opened.has(each.key) })),
    limit,
  )
  return (
    <ol className="compared" data-layout={layout}>
      {stretches.map(({ key, blocks: some, isFolded }) =>
        isFolded ? (
          <Folded key={key} count={some.length} onOpen={() => setOpened(new Set([...opened, key]))} />
        ) : (
          some.map((block) => (
            <ComparedBlock
              key={`${block.id} ${block.change}`}
              {...{ block, layout, onRestore }}
              about={isChanged(block) ? aboutOf(block) : null}
            />
          ))
        ),
      )}
      {left === 0 ? null : <MoreBlocks key="more" left={left} shown={limit} onMore={() => setLimit(limit + BATCH)} />}
    </ol>
  )
}

type MoreBlocksProps = { left: number; shown: number; onMore: () => void }

/** Draws more blocks as the reader scrolls: a rewritten long article has thousands. */
function MoreBlocks({ left, shown, onMore }: MoreBlocksProps) {
  const t = useT()
  const line = useRef<HTMLLIElement>(null)
  const more = useEffectEvent(onMore)
  useEffect(() => {
    if (line.current === null) return
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting === true && more(), {
      rootMargin: '400px',
    })
    observer.observe(line.current)
    return () => observer.disconnect()
    // Observe again after each part: the line may still be in view.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [shown])
  return (
    <li ref={line} className="compared-folded">
      <AriaButton className="compared-unfold" onPress={onMore}>
        {t('history.more', { count: left })}
      </AriaButton>
    </li>
  )
}

function Folded({ count, onOpen }: { count: number; onOpen: () => void }) {
  const t = useT()
  return (
    <li className="compared-folded">
      <AriaButton className="compared-unfold" onPress={onOpen}>
        {t('history.folded', { count })}
      </AriaButton>
    </li>
  )
}

type ComparedBlockProps = Pick<ComparedBlocksProps, 'layout' | 'onRestore'> & {
  block: BlockChange
  about: string | null
}

function ComparedBlock({ block, layout, onRestore, about }: ComparedBlockProps) {
  const t = useT()
  const { change, isMoved } = block
  const hasChanged = isChanged(block)
  const words = shownWords(block, t)
  const aspects = aspectWords(block, t)
  const name = changeWords(block, t)
  const dir = (block.to ?? block.from)?.dir ?? 'rtl'
  const without = (side: 'added' | 'removed') => words.filter((each) => each.change !== side)
  return (
    <li className="compared-block" data-change={change} data-moved={isMoved || undefined} data-testid="compared-block">
      {hasChanged ? (
        <div className="compared-head">
          <span className="compared-name">{about === null ? name : `${name} · ${about}`}</span>
          {onRestore === null || block.from === null ? null : (
            <AriaButton
              className="button button-quiet compared-restore"
              aria-label={`${t('history.restore-block')} (${name})`}
              onPress={() => onRestore(block)}
            >
              <Undo2 aria-hidden size={14} />
              {t('history.restore-block')}
            </AriaButton>
          )}
        </div>
      ) : null}
      {layout === 'one' ? (
        <BlockText block={block}>
          <ChangedWords words={words} dir={dir} />
        </BlockText>
      ) : (
        <div className="compared-sides">
          <Side block={block.from}>
            <ChangedWords words={without('added')} dir={block.from?.dir ?? dir} />
          </Side>
          <Side block={block.to}>
            <ChangedWords words={without('removed')} dir={dir} />
          </Side>
        </div>
      )}
      {aspects.length === 0 ? null : (
        <ul className="compared-aspects" aria-label={t('history.aspects')}>
          {aspects.map((aspect) => (
            <li key={aspect}>{aspect}</li>
          ))}
        </ul>
      )}
    </li>
  )
}

function BlockText({ block, children }: { block: BlockChange; children: ReactNode }) {
  const shown = block.to ?? block.from
  return (
    <div className="compared-text" dir={shown?.dir} data-type={shown?.type}>
      {children}
    </div>
  )
}

type SideProps = { block: BlockChange['from']; children: ReactNode }

/** One side of a block; empty where that version does not have the block. */
function Side({ block, children }: SideProps) {
  const t = useT()
  if (block === null) {
    return (
      <div className="compared-text compared-none">
        <span className="visually-hidden">{t('history.nothing')}</span>
      </div>
    )
  }
  return (
    <div className="compared-text" dir={block.dir} data-type={block.type}>
      {children}
    </div>
  )
}
