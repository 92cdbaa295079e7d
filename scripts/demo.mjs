// npm run demo: walks one case through the real window on a data folder of its own, and leaves pictures and papers in demo-output/.
import { readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { projectFolder, say } from './project.mjs'
import { setUp } from './set-up.mjs'

const output = path.join(projectFolder, 'demo-output')

/** Names of what lies in a folder of the output, or nothing where the folder is not there. */
function namesIn(folder) {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder).sort() : []
}

/** Says what a person finds in demo-output/. */
function tellWhatLiesThere() {
  const pictures = namesIn(output).filter(name => name.endsWith('.png'))
  say(`演示完成 / the demo is done: ${output}`)
  say(`  ${pictures.length} 张画面截图 / screenshots: ${pictures[0]} … ${pictures.at(-1)}`)
  for (const folder of ['文书', '案卷包', '报送包']) say(`  ${folder}/  ${namesIn(path.join(output, folder)).join('　')}`)
}

async function demo() {
  await setUp('test')
  // Only now: before, the packages it needs may be missing.
  const { runJourneys } = await import('./journeys.mjs')
  rmSync(output, { recursive: true, force: true })
  process.env.YUANJUAN_DEMO_OUTPUT = output
  const code = await runJourneys(['tests/e2e/chain.e2e.ts'])
  if (code === 0) tellWhatLiesThere()
  else say('演示没有走完，原因见上 / the demo did not finish, see above')
  return code
}

demo().then(
  code => {
    process.exitCode = code
  },
  error => {
    say(error.message)
    process.exitCode = 1
  },
)
