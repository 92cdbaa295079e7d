import type { InputOf } from '../../../contract/index.ts'
import { enterApplication } from './applications.ts'
import { Kept, type PracticeDiary } from './practice-diary.ts'

type Opinion = 'grant' | 'refuse' | 'open'
type Steps = Parameters<typeof enterApplication>[1]

const LAND = {
  cause: '土地承包经营权纠纷',
  scope: 's31-9',
  opponentName: '燕山乡姜桥村村民委员会',
  facts: '承包地被占用，就补偿款与对方多次协商未果，村里调解没有结果。',
} as const

/** The third door: stations (工作站) with their first opinions (初审意见), followed, not followed and still waiting. */
export function enterStations(diary: PracticeDiary): void {
  const open = (time: string, kind: string, name: string, contactName: string): Kept<string> => {
    const station = new Kept<string>()
    const input: InputOf<'stations.create'> = { kind, name, contactName, phone: null, address: null, isActive: true }
    diary.on(30, time, async desk => station.keep((await desk.ask('clerk', 'stations.create', input)).id))
    return station
  }
  const township = open('08:41', 'township', '燕山乡法律援助工作站', '孙所长')
  const office = open('08:42', 'justice-office', '长青乡司法所', '刘所长')
  open('08:43', 'department', '区妇联法律援助工作站', '梁主任')
  const passUp = (station: Kept<string>, steps: Steps, opinion: Opinion, reason: string, givenBy: string) => {
    const { application } = enterApplication(diary, steps, () => LAND)
    diary.on(steps.received, '09:55', desk =>
      desk.ask('clerk', 'stations.recordFirstOpinion', {
        applicationId: application.get(),
        firstOpinion: {
          stationId: station.get(),
          opinion,
          reason,
          givenBy,
          givenOn: desk.day(steps.received),
          passedOn: desk.day(steps.received),
        },
        version: null,
      }),
    )
  }
  passUp(township, { received: 19, granted: 16, assigned: 15 }, 'grant', '家庭困难，事实清楚，拟同意。', '孙所长')
  passUp(office, { received: 17, granted: 14, assigned: 13 }, 'refuse', '镇里正在调解，拟不同意。', '刘所长')
  passUp(township, { received: 4 }, 'grant', '低保户，拟同意。', '孙所长')
  passUp(office, { received: 3 }, 'open', '收入情况请中心核定。', '刘所长')
}
