import { openCore } from '../../src-main/host/core.ts'

/** Makes a center (首次设置) in a process of its own, which its parent may kill on the way or hold to small files, and tells how it went. Arguments: data folder, password, recovery key. */
const [folder = '', password = '', recoveryKey = ''] = process.argv.slice(2)
const core = openCore(
  { dataFolder: folder, printer: null, keyStore: null },
  { passwordCost: { memoryKiB: 64, passes: 1 }, backups: 'daily-at-close' },
)
const reply = await core.invoke({
  name: 'center.create',
  session: null,
  input: {
    center: {
      fullName: '蚌山区法律援助中心',
      shortName: '蚌',
      regionCode: '340303',
      fondsName: '蚌山区司法局',
      fondsCode: 'J019',
    },
    director: { name: '陈建国', password },
    recoveryKey,
  },
})
const told = reply.ok ? 'created' : JSON.stringify(reply.error)
if (process.send) process.send(told)
else process.stdout.write(JSON.stringify(reply))
process.kill(process.pid, 'SIGKILL')
