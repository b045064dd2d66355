/** The sections of the settings, in the order of their list. */
export const SETTINGS_SECTIONS = [
  'general',
  'people',
  'typing',
  'house',
  'news-sections',
  'checks',
  'limits',
  'templates',
  'snippets',
] as const
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]

/** @returns the section that an address names; the first for any other name. */
export function sectionNamed(name: string | undefined): SettingsSection {
  return SETTINGS_SECTIONS.find((each) => each === name) ?? 'general'
}
