import { SINGULARS } from './broken-plurals.ts'
import { PROTECTED } from './protected-words.ts'

/** Of a stem at least so many letters remain: Arabic roots have three. */
const LEAST = 3

/** Before a word: the article with what may stand before it. The longest first. */
const ARTICLES = ['وبال', 'فبال', 'وال', 'فال', 'بال', 'كال', 'ولل', 'فلل', 'ال', 'لل']
/** Before a word without the article. */
const PARTICLES = ['و', 'ف', 'ب', 'ك', 'ل']
/** After a word: whose it is, or whom it concerns. */
const PRONOUNS = ['هما', 'كما', 'ها', 'هم', 'هن', 'كم', 'كن', 'نا']
/** After a word: its number, its gender, its relation. ه is ة after folding, or a pronoun; they are not told apart. */
const ENDINGS = ['يات', 'يون', 'يين', 'يان', 'يه', 'ات', 'ون', 'ين', 'ان', 'ه', 'ي', 'ا', 'ت']

const IS_ARABIC = /^[\u0621-\u064A]+$/u

/** Whether a form stands on its own: what follows a clitic that is one, not a letter that looks like it. */
function isKnown(word: string): boolean {
  return PROTECTED.has(word) || SINGULARS.has(word)
}

function withoutArticle(word: string): string {
  const article = ARTICLES.find((each) => word.startsWith(each) && word.length - each.length >= LEAST)
  return article === undefined ? word : word.slice(article.length)
}

/** A single letter is a particle only when what remains is long enough to be a word. */
function withoutParticle(word: string): string {
  const particle = PARTICLES.find((each) => word.startsWith(each))
  if (particle === undefined) return word
  const least = particle === 'و' || particle === 'ل' ? LEAST + 1 : LEAST + 3
  return word.length - 1 >= least ? withoutArticle(word.slice(1)) : word
}

/** Whatever may be left of a word when endings are taken from it, the longest first. */
function formsOf(start: string): string[] {
  const own = withoutFirst(start, PRONOUNS)
  // Before a pronoun ة is ت.
  const owned = own !== start && own.endsWith('ت') ? [own, `${own.slice(0, -1)}ه`] : [own]
  const bases = [start, ...owned]
  const cut = bases.flatMap((base) =>
    ENDINGS.filter((ending) => base.endsWith(ending) && base.length - ending.length >= LEAST - 1).flatMap((ending) => {
      const short = base.slice(0, base.length - ending.length)
      return [`${short}ه`, short, `${short}ي`]
    }),
  )
  return [...bases, ...cut]
}

function withoutFirst(word: string, endings: readonly string[]): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= LEAST)
  return ending === undefined ? word : word.slice(0, word.length - ending.length)
}

/** What a known word comes to: a plural to its singular, and that without ة. */
function settled(word: string): string {
  const singular = SINGULARS.get(word) ?? word
  return singular.length > LEAST && singular.endsWith('ه') ? singular.slice(0, -1) : singular
}

/**
 * Finds the stem of a word lightly: clitics and endings go, broken plurals of the news come to their singular, and words
 * that only look as if they had clitics stay. After L. Larkey's light stemming, with lists of our own.
 * @param word one word, folded by `fold`
 * @returns its stem, never empty; words of other scripts and numbers as they are.
 */
export function stem(word: string): string {
  if (word.length < LEAST || !IS_ARABIC.test(word)) return word
  if (isKnown(word)) return settled(word)
  const bare = withoutArticle(word)
  // A word that is known goes before any rule, under whatever clitics and endings it stands.
  const particle = PARTICLES.includes(word[0] ?? '') ? withoutArticle(word.slice(1)) : word
  for (const start of new Set([bare, particle])) {
    const known = formsOf(start).find(isKnown)
    if (known !== undefined) return settled(known)
  }
  const own = withoutFirst(bare === word ? withoutParticle(word) : bare, PRONOUNS)
  const short = withoutFirst(own, ENDINGS)
  return settled(own === short ? short : withoutFirst(short, ['ي', 'ه', 'ت']))
}
