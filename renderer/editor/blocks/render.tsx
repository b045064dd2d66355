import type { JSX } from 'react'
import type { RenderElementProps } from 'slate-react'
import { Byline } from './byline/byline.tsx'
import { Dateline } from './dateline/dateline.tsx'
import { Deck } from './deck/deck.tsx'
import { Caption, Credit, Figure } from './figure/figure.tsx'
import { Embed } from './embed/embed.tsx'
import { Factbox, FactboxTitle } from './factbox/factbox.tsx'
import { Gallery } from './gallery/gallery.tsx'
import { Headline } from './headline/headline.tsx'
import { Link, Ltr, UnknownPart } from './inline/inline.tsx'
import { Kicker } from './kicker/kicker.tsx'
import { List, ListItem } from './list/list.tsx'
import { Paragraph } from './paragraph/paragraph.tsx'
import { Correction } from './correction/correction.tsx'
import { Pullquote } from './pullquote/pullquote.tsx'
import { Attribution, Quote } from './quote/quote.tsx'
import { Related, RelatedItem } from './related/related.tsx'
import { Separator } from './separator/separator.tsx'
import { Subhead } from './subhead/subhead.tsx'
import { Table, TableCell, TableRow } from './table/table.tsx'
import { Unknown } from './unknown/unknown.tsx'
import { Hemistich, Verse } from './verse/verse.tsx'

/** Chooses the view of an element by its type; the compiler proves that every type has one. */
export function renderElement({ attributes, children, element }: RenderElementProps): JSX.Element {
  const rest = { attributes, children }
  switch (element.type) {
    case 'kicker':
      return <Kicker {...rest} element={element} />
    case 'headline':
      return <Headline {...rest} element={element} />
    case 'deck':
      return <Deck {...rest} element={element} />
    case 'byline':
      return <Byline {...rest} element={element} />
    case 'dateline':
      return <Dateline {...rest} element={element} />
    case 'paragraph':
      return <Paragraph {...rest} element={element} />
    case 'subhead':
      return <Subhead {...rest} element={element} />
    case 'quote':
      return <Quote {...rest} element={element} />
    case 'attribution':
      return <Attribution {...rest} element={element} />
    case 'list':
      return <List {...rest} element={element} />
    case 'list-item':
      return <ListItem {...rest} element={element} />
    case 'figure':
      return <Figure {...rest} element={element} />
    case 'caption':
      return <Caption {...rest} element={element} />
    case 'credit':
      return <Credit {...rest} element={element} />
    case 'correction':
      return <Correction {...rest} element={element} />
    case 'pullquote':
      return <Pullquote {...rest} element={element} />
    case 'gallery':
      return <Gallery {...rest} element={element} />
    case 'embed':
      return <Embed {...rest} element={element} />
    case 'factbox':
      return <Factbox {...rest} element={element} />
    case 'factbox-title':
      return <FactboxTitle {...rest} element={element} />
    case 'related':
      return <Related {...rest} element={element} />
    case 'related-item':
      return <RelatedItem {...rest} element={element} />
    case 'table':
      return <Table {...rest} element={element} />
    case 'table-row':
      return <TableRow {...rest} element={element} />
    case 'table-cell':
      return <TableCell {...rest} element={element} />
    case 'verse':
      return <Verse {...rest} element={element} />
    case 'hemistich':
      return <Hemistich {...rest} element={element} />
    case 'separator':
      return <Separator {...rest} element={element} />
    case 'unknown':
      return <Unknown {...rest} element={element} />
    case 'link':
      return <Link {...rest} element={element} />
    case 'ltr':
      return <Ltr {...rest} element={element} />
    case 'unknown-inline':
      return <UnknownPart {...rest} element={element} />
  }
}
