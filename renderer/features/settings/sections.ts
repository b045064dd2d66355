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

type Section = {
  /** Its name in the list. */
  label: MessageKey
  View: ComponentType<SectionProps>
  /** Whether the house decides it, in a store that follows one. */
  isOfHouse: boolean
}

export const SECTIONS: Readonly<Record<SettingsSection, Section>> = {
  general: { label: 'settings.general', View: GeneralSettings, isOfHouse: false },
  people: { label: 'people.title', View: PeopleSettings, isOfHouse: false },
  typing: { label: 'settings.typing', View: TypingSettings, isOfHouse: true },
  house: { label: 'settings.house', View: PublisherSettings, isOfHouse: true },
  'news-sections': { label: 'settings.news-sections', View: NewsSectionSettings, isOfHouse: true },
  checks: { label: 'checks.title', View: BindingSettings, isOfHouse: true },
  limits: { label: 'settings.limits', View: LimitSettings, isOfHouse: true },
  templates: { label: 'settings.templates', View: TemplateSettings, isOfHouse: true },
  snippets: { label: 'settings.snippets', View: SnippetSettings, isOfHouse: true },
}
