import { useState } from 'react'
import { Trash2 } from 'lucide-react'
import type { HouseRules } from '#core/newsroom/house.ts'
import { readCard } from '#core/newsroom/card.ts'
import type { Person } from '#core/newsroom/person.ts'
import { nameKey } from '#core/review/mentions.ts'
import { roleSchema } from '#core/review/states.ts'
import { call } from '#renderer/bridge/client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { SettingsGroup } from './section.tsx'

type MemberSettingsProps = { members: readonly Person[]; rules: HouseRules; mayIssue: boolean }

/** The people of the house with their roles, and what it allows. An administrator changes them, and issues a version. */
export function MemberSettings({ members, rules, mayIssue }: MemberSettingsProps) {
  const t = useT()
  const [people, setPeople] = useState(members)
  const [allowed, setAllowed] = useState(rules)
  const [error, setError] = useState<unknown>(null)
  const issue = (): void => {
    setError(null)
    call('house.issue', { people: [...people], rules: allowed }).catch(setError)
  }
  return (
    <SettingsGroup
      id="settings-members"
      title={t('people.members')}
      hint={t(mayIssue ? 'people.issue-hint' : 'people.only-administrator')}
    >
      <ul className="settings-list">
        {people.map((person) => (
          <li key={person.id} className="member">
            <bdi>{person.name}</bdi>
            <select
              className="field-input"
              aria-label={t('people.role-of', { name: person.name })}
              value={person.role}
              disabled={!mayIssue}
              onChange={({ target }) => {
                const role = roleSchema.parse(target.value)
                setPeople(people.map((each) => (each.id === person.id ? { ...each, role } : each)))
              }}
            >
              {roleSchema.options.map((role) => (
                <option key={role} value={role}>
                  {t(`common.role-${role}`)}
                </option>
              ))}
            </select>
            {mayIssue ? (
              <IconButton
                label={t('people.remove', { name: person.name })}
                icon={<Trash2 aria-hidden size={16} />}
                onPress={() => setPeople(people.filter(({ id }) => id !== person.id))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayIssue ? <NewMember people={people} onAdd={(person) => setPeople([...people, person])} /> : null}
      <h3>{t('people.rules')}</h3>
      <Switch
        label={t('people.approve-own')}
        isOn={allowed.approveOwn}
        isDisabled={!mayIssue}
        onChange={(approveOwn) => setAllowed({ ...allowed, approveOwn })}
      />
      <Switch
        label={t('people.edit-others')}
        isOn={allowed.editOthers}
        isDisabled={!mayIssue}
        onChange={(editOthers) => setAllowed({ ...allowed, editOthers })}
      />
      <ErrorText error={error} isAnswer />
      {mayIssue ? (
        <Button variant="primary" onPress={issue}>
          {t('people.issue')}
        </Button>
      ) : null}
    </SettingsGroup>
  )
}

/** Reads a card that is pasted, and adds its person as a reporter. */
function NewMember({ people, onAdd }: { people: readonly Person[]; onAdd: (person: Person) => void }) {
  const t = useT()
  const [card, setCard] = useState('')
  const person = readCard(card)
  const isMember =
    person !== null && people.some(({ id, name }) => id === person.id || nameKey(name) === nameKey(person.name))
  const fault =
    card.trim() === '' ? null : person === null ? t('people.no-card') : isMember ? t('people.is-member', person) : null
  return (
    <>
      <TextField
        label={t('people.add-card')}
        description={t('people.add-hint')}
        value={card}
        onChange={setCard}
        maxLength={10_000}
        error={fault}
        multiline
      />
      {person === null || isMember ? null : (
        <>
          <Fingerprint publicKey={person.publicKey} />
          <Button
            onPress={() => {
              onAdd(person)
              setCard('')
            }}
          >
            {t('people.add-person', { name: person.name })}
          </Button>
        </>
      )}
    </>
  )
}
