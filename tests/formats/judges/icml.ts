import type { Element } from '@xmldom/xmldom'
import { all, readXml } from './xml.ts'

/** The attributes that refer to another element, and the elements that they refer to. */
const REFERENCES: Readonly<Record<string, readonly string[]>> = {
  AppliedParagraphStyle: ['ParagraphStyle'],
  AppliedCharacterStyle: ['CharacterStyle'],
  AppliedTableStyle: ['TableStyle'],
  AppliedCellStyle: ['CellStyle'],
  AppliedObjectStyle: ['ObjectStyle'],
  BasedOn: ['ParagraphStyle', 'CharacterStyle'],
  NextStyle: ['ParagraphStyle'],
  Source: ['HyperlinkTextSource'],
}

/** These are in every InDesign document. */
const BUILT_IN = /\$ID\//u

function names(root: Element, elements: readonly string[]): Set<string> {
  return new Set(elements.flatMap((name) => all(root, name)).map((each) => each.getAttribute('Self') ?? ''))
}

function tableErrors(table: Element): string[] {
  const columns = Number(table.getAttribute('ColumnCount'))
  const rows = Number(table.getAttribute('BodyRowCount')) + Number(table.getAttribute('HeaderRowCount') ?? 0)
  const cells = all(table, 'Cell').length
  return cells === columns * rows ? [] : [`icml: a table of ${columns} by ${rows} with ${cells} cells`]
}

/** @returns what is wrong with an InCopy story: its header, its references and its tables. */
export function icmlErrors(text: string): string[] {
  const { root, errors } = readXml('icml', text)
  if (root === null || errors.length > 0) return errors.length > 0 ? errors : ['icml: no root']
  const broken = Object.entries(REFERENCES).flatMap(([attribute, elements]) => {
    const known = names(root, elements)
    return Array.from(root.getElementsByTagName('*'))
      .map((each) => each.getAttribute(attribute) ?? '')
      .filter((name) => name !== '' && name !== 'n' && !BUILT_IN.test(name) && !known.has(name))
      .map((name) => `icml: ${attribute} ${name} is not there`)
  })
  const selves = Array.from(root.getElementsByTagName('*')).flatMap((each) => each.getAttribute('Self') ?? [])
  const destinations = names(root, ['HyperlinkURLDestination'])
  return [
    ...(root.nodeName === 'Document' && all(root, 'Story').length === 1 ? [] : ['icml: not one story']),
    ...(/<\?aid style="50" type="snippet"[^?]*\?>/u.test(text) && text.includes('SnippetType="InCopyInterchange"')
      ? []
      : ['icml: no sign by which InDesign knows it']),
    ...(new Set(selves).size === selves.length ? [] : ['icml: two elements of one name']),
    ...broken,
    ...all(root, 'Hyperlink')
      .map((link) => link.getElementsByTagName('Destination')[0]?.textContent ?? '')
      .filter((name) => !destinations.has(name))
      .map((name) => `icml: a link to ${name}`),
    ...all(root, 'Table').flatMap(tableErrors),
  ]
}
