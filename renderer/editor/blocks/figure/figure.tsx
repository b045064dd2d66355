import { useContext } from 'react'
import { Editor, Transforms } from 'slate'
import { ReactEditor, useReadOnly, useSelected, useSlateStatic } from 'slate-react'
import type { Caption as CaptionBlock, Credit as CreditBlock, Figure as FigureBlock } from '#core/article/block.ts'
import { Trash2 } from 'lucide-react'
import { useLocale, useT } from '#renderer/ui/locale.tsx'
import { removeBlock } from '../../commands/insert.ts'
import { setFigurePicture } from '../../commands/pictures.ts'
import { pictureBlock } from '../../picture-target.ts'
import { Line, type BlockViewProps } from '../line.tsx'
import { AltField } from './alt-field.tsx'
import { CaptionHint } from './caption-hint.ts'
import { FigurePicture } from './figure-picture.tsx'
import { PicturePicker } from './picture-picker.tsx'
import './figure.css'

/** @returns the day of an ISO 8601 date or time in the long form of a locale. */
function dateOf(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date.slice(0, 10)}T00:00:00Z`),
  )
}

/** A picture with its caption and credit, or a button to choose one. */
export function Figure({ attributes, element, children }: BlockViewProps<FigureBlock>) {
  const { t, tag, dir } = useLocale()
  const editor = useSlateStatic()
  const readOnly = useReadOnly()
  const isSelected = useSelected()
  const { asset } = element
  return (
    <figure
      {...attributes}
      dir={element.dir}
      className="block-figure"
      data-block="figure"
      data-picture={asset === undefined ? undefined : ''}
      data-selected={isSelected || undefined}
    >
      <div contentEditable={false} className="figure-frame">
        {asset === undefined ? null : <FigurePicture asset={asset} alt={element.alt} />}
        {asset === undefined && readOnly ? <p className="figure-empty">{t('writing.noImage')}</p> : null}
        {readOnly ? null : (
          <div dir={dir} className={asset === undefined ? 'figure-waiting' : 'figure-tools'}>
            <PicturePicker
              label={t(asset === undefined ? 'writing.chooseImage' : 'writing.replaceImage')}
              onPictures={([picture]) => {
                // Its caption may have been written meanwhile, or the figure removed.
                const [, path] = pictureBlock(editor, element.id) ?? []
                if (picture === undefined || path === undefined) return
                setFigurePicture(editor, path, picture)
                // The button that was pressed may be gone. What is typed next is the caption.
                Transforms.select(editor, Editor.end(editor, [...path, 0]))
              }}
            />
            <button
              type="button"
              className="editor-button"
              aria-label={t('writing.removeFigure')}
              title={t('writing.removeFigure')}
              onClick={() => removeBlock(editor, ReactEditor.findPath(editor, element))}
            >
              <Trash2 aria-hidden size={16} />
            </button>
            {asset === undefined ? null : <AltField figure={element} />}
          </div>
        )}
        {element.date === undefined ? null : (
          <p className="figure-date">{t('writing.takenOn', { date: dateOf(element.date, tag) })}</p>
        )}
      </div>
      <figcaption>{children}</figcaption>
    </figure>
  )
}

/** The caption of a picture or an embed. */
export function Caption(props: BlockViewProps<CaptionBlock>) {
  const t = useT()
  const hint = useContext(CaptionHint) ?? t('writing.captionHint')
  return <Line {...props} as="div" className="block-caption" hint={hint} />
}

/** The line that names whose picture it is. */
export function Credit(props: BlockViewProps<CreditBlock>) {
  const t = useT()
  return <Line {...props} as="div" className="block-credit" hint={t('writing.creditHint')} />
}
