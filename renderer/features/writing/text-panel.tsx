import { memo, useMemo } from 'react'
import { Editor, Node, Transforms, type Descendant } from 'slate'
import { ReactEditor, useSlateStatic } from 'slate-react'
import type { Article } from '#core/article/article.ts'
import { headText } from '#core/article/plain-text.ts'
import { readingMinutes } from '#core/article/reading-time.ts'
import { articleWords } from '#core/article/words.ts'
import type { MessageKey } from '#core/locale/translate.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { focusText } from '#renderer/editor/focus-text.ts'
import { centre } from '#renderer/editor/keys/reveal.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { useDocument } from './document-feed.ts'
import { GoalSection } from './goal-section.tsx'
import type { Session } from './session.ts'
import { textWidth } from './text-width.ts'
import './text-panel.css'

type TextPanelProps = { session: Session; isReadOnly: boolean }
type PartProps = { document: readonly Descendant[]; current: () => Article }

/** The outline, the goal of the body, the reading time, and how well the fields fit the house's site. */
export const TextPanel = memo(function TextPanel({ session, isReadOnly }: TextPanelProps) {
  const document = useDocument(session.feed)
  return (
    <div className="text-panel">
      <Outline document={document} />
      <GoalSection session={session} document={document} isReadOnly={isReadOnly} />
      <Measures document={document} current={session.current} />
    </div>
  )
})

type Entry = { index: number; level: 1 | 2 | 3; text: string }

function entriesOf(document: readonly Descendant[]): Entry[] {
  return document.flatMap((node, index): Entry[] => {
    if (!('type' in node)) return []
    if (node.type === 'headline') return [{ index, level: 1, text: Node.string(node) }]
    return node.type === 'subhead' ? [{ index, level: node.level === 3 ? 3 : 2, text: Node.string(node) }] : []
  })
}

function Outline({ document }: { document: readonly Descendant[] }) {
  const t = useT()
  const editor = useSlateStatic()
  const entries = useMemo(() => entriesOf(document), [document])
  const go = (index: number): void => {
    const node = editor.children[index]
    if (node === undefined) return
    Transforms.select(editor, Editor.start(editor, [index]))
    centre(editor, ReactEditor.toDOMNode(editor, node))
    focusText(editor)
  }
  return (
    <section aria-labelledby="outline-title">
      <h2 id="outline-title" className="panel-title">
        {t('writing.outline')}
      </h2>
      <ol className="outline">
        {entries.map(({ index, level, text }) => (
          <li key={index}>
            <button type="button" className="outline-entry" data-level={level} onClick={() => go(index)}>
              {text.trim() === '' ? t('writing.outlineUntitled') : text}
            </button>
          </li>
        ))}
      </ol>
      {entries.length < 2 ? <p className="panel-hint">{t('writing.outlineEmpty')}</p> : null}
    </section>
  )
}

const FIELDS = [
  ['kicker', 'writing.addKicker'],
  ['headline', 'writing.headline'],
  ['deck', 'writing.addDeck'],
  ['seoTitle', 'writing.seoTitle'],
  ['seoDescription', 'writing.seoDescription'],
] as const satisfies readonly (readonly [string, MessageKey])[]

function Measures({ document, current }: PartProps) {
  const t = useT()
  const { limits } = useSettings().settings
  // `document` triggers the update; `current` reads it.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const article = useMemo(current, [document, current])
  const words = articleWords(article)
  const text = (name: (typeof FIELDS)[number][0]): string =>
    name === 'seoTitle' || name === 'seoDescription' ? article.metadata[name] : headText(article, name)
  return (
    <section aria-labelledby="measures-title">
      <h2 id="measures-title" className="panel-title">
        {t('writing.measures')}
      </h2>
      <p className="panel-hint">
        {t('writing.words', { count: words })} · {t('writing.readingTime', { minutes: readingMinutes(words) })}
      </p>
      {FIELDS.filter(([name]) => limits[name] > 0 && text(name).trim() !== '').map(([name, label]) => (
        <Gauge key={name} label={t(label)} width={textWidth(text(name).trim(), limits.font)} limit={limits[name]} />
      ))}
    </section>
  )
}

/** How much of its space on the site a field takes. An overflow is stated in words, not by colour alone. */
function Gauge({ label, width, limit }: { label: string; width: number; limit: number }) {
  const t = useT()
  const isOver = width > limit
  return (
    <div className="gauge" data-over={isOver}>
      <div className="gauge-words">
        <span>{label}</span>
        <span>
          {isOver ? t('writing.gaugeOver', { count: width - limit }) : t('writing.gaugeLeft', { count: limit - width })}
        </span>
      </div>
      <meter aria-label={label} min={0} max={limit} value={Math.min(width, limit)} />
    </div>
  )
}
