import { joinNames, NO_FIELDS, type MetadataFields } from '../fields/metadata-fields.ts'
import { decodeText, repairDoubleEncoding } from '../text/encoding.ts'
import { DATASETS, parseIptc } from './datasets.ts'
import { isoDate } from './iptc-date.ts'

/** A photograph has one photographer, or a few. */
const MAX_CREATORS = 10

/**
 * Reads IPTC-IIM 4.2 from Photoshop's image resources.
 * @returns its fields, empty where it has none; of a damaged block those before the damage. Never throws.
 */
export function readIptc(resources: Buffer): MetadataFields {
  const { encoding, datasets } = parseIptc(resources)
  const all = (wanted: number): string[] =>
    datasets
      .filter(({ record, number }) => record === 2 && number === wanted)
      .slice(0, MAX_CREATORS)
      .map(({ value }) => repairDoubleEncoding(decodeText(value, encoding)))
  const first = (wanted: number): string => all(wanted).find((text) => text.trim() !== '') ?? ''
  return {
    ...NO_FIELDS,
    caption: first(DATASETS.caption),
    headline: first(DATASETS.headline),
    creator: joinNames(all(DATASETS.creator)),
    credit: first(DATASETS.credit),
    source: first(DATASETS.source),
    rights: first(DATASETS.rights),
    date: isoDate({ date: first(DATASETS.date), time: first(DATASETS.time) }),
  }
}
