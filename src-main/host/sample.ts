import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { fillWithSample } from '../app/sample/fill-with-sample.ts'
import { newRecoveryKey } from '../store/keyring.ts'
import { openCore } from './core.ts'

const USAGE = `Usage: npm run sample -- --data DIR --cases N [--seed S] [--no-scans] [--rows-only]

Makes a practice center with N cases in an empty folder, the same for the same seed, and the last six weeks of the desk, which are left
out with --rows-only: the cases then run up to today, as a bench wants them. Accounts: 陈建国 (director), 王莉 (clerk),
周敏 (archivist), 赵倩 (administrator), all with the password in YUANJUAN_PASSWORD (lianxi-2026 where it is not set).`

const DEFAULT_PASSWORD = 'lianxi-2026'

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      cases: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'no-scans': { type: 'boolean' },
      'rows-only': { type: 'boolean' },
    },
  })
  const cases = Number(values.cases)
  const seed = Number(values.seed)
  if (!values.data || !Number.isInteger(cases) || cases < 0 || !Number.isInteger(seed)) {
    process.stderr.write(`${USAGE}\n`)
    return 1
  }
  const folder = path.resolve(values.data)
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    process.stderr.write(`${folder} is not empty. Practice data never joins a center that is in use.\n`)
    return 1
  }
  const password = process.env.YUANJUAN_PASSWORD ?? DEFAULT_PASSWORD
  const recoveryKey = newRecoveryKey()
  const core = openCore({ dataFolder: folder, printer: null, keyStore: null }, { backups: 'daily-at-close' })
  try {
    const created = await core.invoke({
      name: 'center.create',
      session: null,
      input: {
        center: {
          fullName: '蚌山区法律援助中心',
          shortName: '蚌',
          regionCode: '340303',
          fondsName: '蚌山区司法局',
          fondsCode: 'J019',
          address: '蚌山区胜利中路 1 号',
          phone: '0552-0000148',
          bureauName: '蚌山区司法局',
        },
        director: { name: '陈建国', password },
        recoveryKey: recoveryKey.join(''),
      },
    })
    if (!created.ok) {
      process.stderr.write(`${JSON.stringify(created.error)}\n`)
      return 1
    }
    const started = performance.now()
    await fillWithSample(core.center, {
      cases,
      seed,
      makeScans: !values['no-scans'],
      staffPassword: password,
      ...(values['rows-only'] ? {} : { perform: core.perform }),
      progress: (done, total, label) => process.stderr.write(`\r${label} ${done}/${total}   `),
    })
    process.stderr.write(
      `\n${cases} cases in ${((performance.now() - started) / 1000).toFixed(1)} s. Recovery key: ${recoveryKey.join(' ')}\n`,
    )
    return 0
  } finally {
    await core.close()
  }
}

process.exitCode = await main()
