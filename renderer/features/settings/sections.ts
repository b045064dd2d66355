import type { ComponentType } from 'react'
import type { MessageKey } from '#core/locale/translate.ts'
import { BindingSettings } from './binding-settings.tsx'
import { GeneralSettings } from './general-settings.tsx'
import { LimitSettings } from './limit-settings.tsx'
import { NewsSectionSettings } from './news-section-settings.tsx'
import { PeopleSettings } from './people-settings.tsx'
import { PublisherSettings } from './publisher-settings.tsx'
import { SnippetSettings } from './snippet-settings.tsx'
import { TemplateSettings } from './template-settings.tsx'
import { TypingSettings } from './typing-settings.tsx'
import type { SectionProps } from './section.tsx'
import type { SettingsSection } from './section-names.ts'

/** The sections that a house decides in a store that follows one. */
export const OF_HOUSE: ReadonlySet<SettingsSection> = new Set([
  'typing',
  'house',
  'news-sections',
  'checks',
  'limits',
  'templates',
  'snippets',
])

/** The name of each section in the list, and what it shows. */
export const SECTIONS: Readonly<Record<SettingsSection, { label: MessageKey; View: ComponentType<SectionProps> }>> = {
  general: { label: 'settings.general', View: GeneralSettings },
  people: { label: 'people.title', View: PeopleSettings },
  typing: { label: 'settings.typing', View: TypingSettings },
  house: { label: 'settings.house', View: PublisherSettings },
  'news-sections': { label: 'settings.news-sections', View: NewsSectionSettings },
  checks: { label: 'checks.title', View: BindingSettings },
  limits: { label: 'settings.limits', View: LimitSettings },
  templates: { label: 'settings.templates', View: TemplateSettings },
  snippets: { label: 'settings.snippets', View: SnippetSettings },
}
