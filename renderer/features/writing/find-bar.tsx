import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { ChevronDown, ChevronUp, SlidersHorizontal, X } from 'lucide-react'
import { Button as AriaButton, Checkbox, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Transforms } from 'slate'
import { ReactEditor, useSlateStatic } from 'slate-react'
import type { MessageKey } from '#core/locale/translate.ts'
import { compileFind, FIND_DEFAULTS, type FindOptions } from '#core/text/find.ts'
import { paintMatches } from '#renderer/editor/find/highlight.ts'
import { findAll, nextMatch, rangeOf, replaceMatches, wordsOf } from '#renderer/editor/find/matches.ts'
import { closeToText } from '#renderer/editor/focus-text.ts'
import { centre } from '#renderer/editor/keys/reveal.ts'
import { Button } from '#renderer/ui/button.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { useDocument, type DocumentFeed } from './document-feed.ts'
import { useFindRoom } from './use-find-room.ts'
import './find-bar.css'

const SWITCHES: readonly (readonly [keyof FindOptions, MessageKey])[] = [
  ['hamza', 'writing.foldHamza'],
  ['harakat', 'writing.foldHarakat'],
  ['tatweel', 'writing.foldTatweel'],
  ['taMarbuta', 'writing.foldTaMarbuta'],
  ['alefMaksura', 'writing.foldAlefMaksura'],
  ['digits', 'writing.foldDigits'],
  ['letterCase', 'writing.foldCase'],
  ['wholeWord', 'writing.wholeWord'],
]

type FindBarProps = { feed: DocumentFeed; withReplace: boolean; readOnly: boolean; onClose: () => void }

/** Finds and replaces in the whole article, head and captions included, with the folding of Arabic that is chosen. */
export function FindBar({ feed, withReplace, readOnly, onClose }: FindBarProps) {
  const t = useT()
  const editor = useSlateStatic()
  const [query, setQuery] = useState('')
  const [replacement, setReplacement] = useState('')
  const [choices, setOptions] = useState(FIND_DEFAULTS)
  /** Whether only whole words are found, as somebody chose; null: as the text suggests. */
  const [onlyWhole, setOnlyWhole] = useState<boolean | null>(null)
  const [index, setIndex] = useState(0)
  /** How many were replaced together, and the step of the history that did it, until something else is asked. */
  const [replaced, setReplaced] = useState<{ count: number; step: unknown } | null>(null)
  const document = useDocument(feed)
  const finder = useMemo(() => compileFind(query, choices), [query, choices])
  // `document` triggers the search; the editor holds the newest text.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const every = useMemo(() => findAll(editor, finder), [editor, finder, document])
  const words = useMemo(() => wordsOf(editor, every), [editor, every])
  const isWhole = onlyWhole ?? words.areWholeMeant
  const matches = isWhole ? words.whole : every
  const at = Math.min(index, Math.max(0, matches.length - 1))
  const current = matches[at]
  useEffect(() => paintMatches(editor, matches, current), [editor, matches, current])
  const bar = useRef<HTMLElement>(null)
  useFindRoom(editor, bar)
  /** Whether the current match was gone to, and is scrolled into view once it is drawn. */
  const isGoing = useRef(false)
  useLayoutEffect(() => {
    if (!isGoing.current || current === undefined) return
    isGoing.current = false
    const drawn = ReactEditor.resolveDOMRange(editor, rangeOf(editor, current))
    if (drawn !== null) centre(editor, drawn)
  }, [editor, current, matches])
  const goTo = (next: number): void => {
    isGoing.current = true
    setIndex(next)
  }

  const step = (by: number): void => {
    if (matches.length === 0) return
    setReplaced(null)
    goTo((at + by + matches.length) % matches.length)
  }
  const search = (typed: string): void => {
    setQuery(typed)
    setReplaced(null)
    const found = findAll(editor, compileFind(typed, choices))
    const { whole, areWholeMeant } = wordsOf(editor, found)
    goTo(nextMatch(editor, (onlyWhole ?? areWholeMeant) ? whole : found))
  }
  const close = (): void => {
    if (current !== undefined) Transforms.select(editor, rangeOf(editor, current))
    closeToText(editor, onClose)
  }
  const replace = (all: boolean): void => {
    // Search again: the painted matches may be outdated.
    const found = findAll(editor, finder)
    const live = isWhole ? wordsOf(editor, found).whole : found
    const one = live[Math.min(at, live.length - 1)]
    if (one === undefined) return setReplaced(null)
    replaceMatches(editor, all ? live : [one], replacement)
    setReplaced(all ? { count: live.length, step: editor.history.undos.at(-1) } : null)
    if (!all) goTo(at)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it wherever the focus is
    <search
      ref={bar}
      className="find-bar"
      aria-label={t('writing.find')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          close()
        }
      }}
    >
      <div className="find-row">
        <input
          className="field-input find-input"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be typed in
          autoFocus
          aria-label={t('writing.find')}
          placeholder={t('writing.find')}
          value={query}
          onChange={(event) => search(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            step(event.shiftKey ? -1 : 1)
          }}
        />
        <output className="find-count" aria-live="polite">
          {replaced !== null && replaced.step === editor.history.undos.at(-1)
            ? t('writing.replaced', { count: replaced.count })
            : query === ''
              ? ''
              : t('writing.found', { count: matches.length, at: matches.length === 0 ? 0 : at + 1 })}
        </output>
        <IconButton
          label={t('writing.findPrevious')}
          icon={<ChevronUp aria-hidden size={18} />}
          onPress={() => step(-1)}
        />
        <IconButton
          label={t('writing.findNext')}
          icon={<ChevronDown aria-hidden size={18} />}
          onPress={() => step(1)}
        />
        <DialogTrigger>
          <AriaButton className="icon-button" aria-label={t('writing.findOptions')}>
            <SlidersHorizontal aria-hidden size={17} />
          </AriaButton>
          <Popover className="menu-popover" placement="bottom">
            <Dialog className="find-switches" aria-label={t('writing.findOptions')}>
              {SWITCHES.map(([name, label]) => (
                <Checkbox
                  key={name}
                  className="find-switch"
                  isSelected={name === 'wholeWord' ? isWhole : choices[name]}
                  onChange={(isOn) => {
                    if (name === 'wholeWord') setOnlyWhole(isOn)
                    else setOptions({ ...choices, [name]: isOn })
                  }}
                >
                  <span className="find-box" aria-hidden />
                  {t(label)}
                </Checkbox>
              ))}
            </Dialog>
          </Popover>
        </DialogTrigger>
        <IconButton label={t('writing.findClose')} icon={<X aria-hidden size={18} />} onPress={close} />
      </div>
      {isWhole && words.longer.length > 0 ? (
        <p className="find-longer" data-testid="find-longer">
          <span role="status">
            {t('writing.findLonger', { count: words.longer.length, word: words.longer[0] ?? '' })}
          </span>
          <AriaButton className="link-button" onPress={() => setOnlyWhole(false)}>
            {t('writing.findLongerToo')}
          </AriaButton>
        </p>
      ) : null}
      {withReplace && !readOnly ? (
        <div className="find-row">
          <input
            className="field-input find-input"
            aria-label={t('writing.replaceWith')}
            placeholder={t('writing.replaceWith')}
            value={replacement}
            onChange={(event) => setReplacement(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              replace(event.ctrlKey)
            }}
          />
          <Button onPress={() => replace(false)}>{t('writing.replaceOne')}</Button>
          <Button onPress={() => replace(true)}>{t('writing.replaceAll')}</Button>
        </div>
      ) : null}
    </search>
  )
}
