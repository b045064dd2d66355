import { NO_HOUSE, type Edition, type House } from '#core/export/edition.ts'
import type { Rendition } from '#core/export/renditions.ts'

/** A first version, free to publish. */
export const EDITION: Edition = {
  version: 1,
  action: 'publish',
  draft: false,
  embargoed: false,
  at: '2026-11-24T08:00:00.000Z',
  note: '',
  house: NO_HOUSE,
}

/** What a package needs besides its article, without pictures. */
export const PACKAGE = { ...EDITION, images: new Map<string, Rendition[]>(), revision: 'r' }

/** A house with every field set. */
export const HOUSE: House = {
  provider: 'صحيفة المدى',
  rightsHolder: 'مؤسسة المدى للإعلام',
  copyrightNotice: '© مؤسسة المدى',
  usageTerms: 'لا يُعاد النشر إلا بذكر المصدر.',
  logo: 'https://example.org/logo.png',
  site: 'https://example.org/ar',
  digits: 'latn',
}
