import type { Handlers } from '../context.ts'

export const peopleHandlers: Handlers<'people'> = {
  'people.who': ({ actor }, { identity, house: keeper }) => {
    const { house } = keeper.followed()
    const known = identity.person()
    const person = known === null ? null : { ...known, ...actor }
    return {
      person,
      house: house === null ? null : { ...house },
      people: house?.people ?? (person === null ? [] : [person]),
    }
  },
}
