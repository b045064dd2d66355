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

/** Renders an element by its type. The return type makes the compiler report a type without a case. */
export function renderElement({ attributes, children, element }: RenderElementProps): JSX.Element {
  const props = { attributes, children }
  switch (element.type) {
    case 'kicker':
      return <Kicker {...props} element={element} />
    case 'headline':
      return <Headline {...props} element={element} />
    case 'deck':
      return <Deck {...props} element={element} />
    case 'byline':
      return <Byline {...props} element={element} />
    case 'dateline':
      return <Dateline {...props} element={element} />
    case 'paragraph':
      return <Paragraph {...props} element={element} />
    case 'subhead':
      return <Subhead {...props} element={element} />
    case 'quote':
      return <Quote {...props} element={element} />
    case 'attribution':
      return <Attribution {...props} element={element} />
    case 'list':
      return <List {...props} element={element} />
    case 'list-item':
      return <ListItem {...props} element={element} />
    case 'figure':
      return <Figure {...props} element={element} />
    case 'caption':
      return <Caption {...props} element={element} />
    case 'credit':
      return <Credit {...props} element={element} />
    case 'correction':
      return <Correction {...props} element={element} />
    case 'pullquote':
      return <Pullquote {...props} element={element} />
    case 'gallery':
      return <Gallery {...props} element={element} />
    case 'embed':
      return <Embed {...props} element={element} />
    case 'factbox':
      return <Factbox {...props} element={element} />
    case 'factbox-title':
      return <FactboxTitle {...props} element={element} />
    case 'related':
      return <Related {...props} element={element} />
    case 'related-item':
      return <RelatedItem {...props} element={element} />
    case 'table':
      return <Table {...props} element={element} />
    case 'table-row':
      return <TableRow {...props} element={element} />
    case 'table-cell':
      return <TableCell {...props} element={element} />
    case 'verse':
      return <Verse {...props} element={element} />
    case 'hemistich':
      return <Hemistich {...props} element={element} />
    case 'separator':
      return <Separator {...props} element={element} />
    case 'unknown':
      return <Unknown {...props} element={element} />
    case 'link':
      return <Link {...props} element={element} />
    case 'ltr':
      return <Ltr {...props} element={element} />
    case 'unknown-inline':
      return <UnknownPart {...props} element={element} />
  }
}
