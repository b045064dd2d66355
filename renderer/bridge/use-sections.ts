import { useCallback, useEffect, useMemo, useState } from 'react'
import { houseSpelling, isSameSection, sectionKey } from '#core/article/sections.ts'
import type { CallOutput } from '#core/contract/contract.ts'
import { call } from './client.ts'
import { useSettings } from './settings.tsx'

export type UsedSection = CallOutput<'articles.facets'>['sections'][number]

export type Sections = {
  /** What is offered: the sections of the house in its order, then others that articles have, the most frequent first. */
  names: readonly string[]
  /** The sections that articles have. */
  used: readonly UsedSection[]
  /** @returns a section as the house writes it. */
  spell: (typed: string) => string
  /** @returns whether what is typed so far may become a section, in whatever spelling. */
  matches: (name: string, typed: string) => boolean
  /** Reads the sections of the articles again. */
  reload: () => void
}

/** @returns the sections that a field offers. Where those of the articles cannot be read, it offers the house's alone. */
export function useSections(): Sections {
  const { sections } = useSettings().settings
  const [used, setUsed] = useState<readonly UsedSection[]>([])
  const reload = useCallback(() => {
    call('articles.facets', {}).then(
      (facets) => setUsed(facets.sections),
      () => setUsed([]),
    )
  }, [])
  // What is one section depends on the list of the house.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(reload, [reload, sections])
  return useMemo(() => {
    const house = sections.map(({ name }) => name)
    const others = used
      .map(({ name }) => name)
      .filter((name) => !house.some((own) => isSameSection(sections, own, name)))
    return {
      ...{ used, reload, names: [...house, ...others] },
      spell: (typed) => houseSpelling(sections, typed.trim()),
      matches: (name, typed) => {
        const key = sectionKey(typed)
        const spellings = sections.find((section) => section.name === name)?.spellings ?? []
        return [name, ...spellings].some((each) => sectionKey(each).includes(key))
      },
    }
  }, [sections, used, reload])
}
