import { createHash, randomUUID } from 'node:crypto'
import { ArticleError, parseArticle } from '#core/article/parse.ts'
import type { CallOutput } from '#core/contract/contract.ts'
import { carriesBody } from '#core/export/action.ts'
import { packageDescriptionSchema, type PackageDescription } from '#core/export/package/describe.ts'
import type { PackageProblem } from '#core/export/package/problems.ts'
import { checkBag, type BagFiles } from './bag.ts'
import { disagreeing } from './package-agreement.ts'
import { brokenLinks, readBounded, unlinkedPictures } from './package-links.ts'
import { newsmlErrors, ninjsErrors } from './schemas.ts'
import { readZip } from './zip-read.ts'

type Report = CallOutput<'publish.verify'>

const DESCRIPTION = 'data/package.json'
const ARTICLE = 'data/article.json'

/**
 * RFC 8493 lets a bag do without these; a package of ours never does. Without the tag manifest nobody would vouch for
 * the other tag files, and whoever removes it could change them.
 */
const TAG_FILES = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'manifest-sha512.txt', 'tagmanifest-sha256.txt']

/**
 * Checks a package that may come from anyone: the zip, the bag in it, and what the bag says of itself.
 * @param schemas the folder of IPTC's schemas; null where nobody has them: ninjs and NewsML-G2 are then not judged.
 * @returns every file with its status, every problem once; `valid` when there is none. Never throws for what a
 *   package can be.
 */
export async function verifyPackage(bytes: Uint8Array, schemas: string | null = null): Promise<Report> {
  const zip = await readZip(bytes)
  if (zip.files.size === 0) {
    const problems: PackageProblem[] = zip.problems.length > 0 ? zip.problems : [{ code: 'not-a-bag', path: '' }]
    return { valid: false, files: [], problems, about: null }
  }
  const files = belowTopFolder(zip.files)
  if (files === null) {
    return { valid: false, files: [], problems: [...zip.problems, { code: 'not-a-bag', path: '' }], about: null }
  }
  const bag = checkBag(files)
  const unvouched = TAG_FILES.filter((path) => !files.has(path) && !bag.missing.has(path))
  for (const path of unvouched) bag.missing.add(path)
  const description = readDescription(files)
  const own = description === null ? [problem('bad-package-json', DESCRIPTION)] : checkDescription(description, files)
  const lost = unvouched.map((path) => problem('missing-file', path))
  const content = [
    ...brokenLinks(files),
    ...(description === null ? [] : [...unlinkedPictures(description, files), ...disagreeing(description, files)]),
    ...(schemas === null ? [] : await schemaProblems(files, schemas)),
  ]
  const problems = unique([...zip.problems, ...bag.problems, ...lost, ...own, ...content])
  const paths = [...new Set([...files.keys(), ...bag.missing])].toSorted()
  return {
    valid: problems.length === 0,
    files: paths.map((path) => ({
      path,
      bytes: files.get(path)?.length ?? 0,
      status: statusOf(path, bag),
    })),
    problems,
    about:
      description === null
        ? null
        : {
            id: description.id,
            version: description.version,
            headline: description.headline,
            action: description.action,
          },
  }
}

/** Two checks may find the same. */
function unique(problems: readonly PackageProblem[]): PackageProblem[] {
  return [...new Map(problems.map((each) => [`${each.code} ${each.path}`, each])).values()]
}

function problem(code: PackageProblem['code'], path: string): PackageProblem {
  return { code, path }
}

function statusOf(path: string, bag: ReturnType<typeof checkBag>): Report['files'][number]['status'] {
  if (bag.missing.has(path)) return 'missing'
  if (bag.extra.has(path)) return 'extra'
  return bag.changed.has(path) ? 'changed' : 'ok'
}

/** RFC 8493, 4: a serialised bag is one folder. @returns the files relative to it, or null when there is not one. */
function belowTopFolder(files: BagFiles): BagFiles | null {
  const tops = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf('/') + 1)))
  const [top] = tops
  if (tops.size !== 1 || top === undefined || top === '') return null
  return new Map([...files].map(([path, bytes]) => [path.slice(top.length), bytes]))
}

function readJson(files: BagFiles, path: string): unknown {
  const bytes = files.get(path)
  return bytes === undefined || bytes === null ? undefined : readBounded(bytes)
}

function readDescription(files: BagFiles): PackageDescription | null {
  const parsed = packageDescriptionSchema.safeParse(readJson(files, DESCRIPTION))
  return parsed.success ? parsed.data : null
}

/** What the package says of its files and of its content must be what the files say themselves. */
function checkDescription(description: PackageDescription, files: BagFiles): PackageProblem[] {
  const payload = [...files.keys()].filter((path) => path.startsWith('data/') && path !== DESCRIPTION)
  const described = new Map(Object.entries(description.files).map(([path, file]) => [`data/${path}`, file]))
  const agrees =
    described.size === payload.length &&
    payload.every((path) => {
      const bytes = files.get(path)
      const file = described.get(path)
      return bytes && file !== undefined && file.size === bytes.length && file.sha256 === sha256(bytes)
    })
  const body = carriesBody(description.action) && !hasArticle(description, files)
  return [
    ...(agrees ? [] : [problem('bad-package-json', DESCRIPTION)]),
    ...(body ? [problem('bad-article', ARTICLE)] : []),
  ]
}

function hasArticle({ contentHash }: PackageDescription, files: BagFiles): boolean {
  const bytes = files.get(ARTICLE)
  // The content hash is that of the canonical JSON; the file has one newline after it.
  if (!bytes || sha256(bytes.subarray(0, -1)) !== contentHash) return false
  try {
    parseArticle(readJson(files, ARTICLE), randomUUID)
    return true
  } catch (error) {
    if (error instanceof ArticleError) return false
    throw error
  }
}

/** What IPTC's schemas say of the two files that follow them. */
async function schemaProblems(files: BagFiles, schemas: string): Promise<PackageProblem[]> {
  const xml = files.get('data/newsml-g2.xml')
  const ninjs = readJson(files, 'data/ninjs.json')
  const errors = {
    'bad-ninjs': ninjs === undefined ? null : await ninjsErrors(schemas, ninjs),
    'bad-newsml': xml === undefined || xml === null ? null : await newsmlErrors(schemas, xml),
  }
  return [
    ...(errors['bad-ninjs'] === null || errors['bad-ninjs'].length === 0
      ? []
      : [problem('bad-ninjs', 'data/ninjs.json')]),
    ...(errors['bad-newsml'] === null || errors['bad-newsml'].length === 0
      ? []
      : [problem('bad-newsml', 'data/newsml-g2.xml')]),
  ]
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
