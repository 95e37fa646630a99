// The judges' devices on the console: how well each is heard, and what it has not delivered.
const zh = {
  devices: '评分设备',
  seat: '席位',
  judge: '评委',
  heard: '最近联系',
  roundTrip: '往返',
  waiting: '未送达',
  page: '页面版本',
  online: '在线，{n} 秒前',
  offline: '离线 {time}',
  never: '未登录',
  ms: '{n} 毫秒',
  waitingCount: '{n} 份',
  none: '无',
  unknown: '未知',
  oldPage: '{version}（与服务器不同）',
  cuts: '5 分钟内断线 {n} 次',
  'row.waiting': '{n} 份未送达',
  'row.unsteady': '网络不稳',
  'row.slow': '网络慢 {n} 秒',
  'row.oldPage': '页面要更新',
};
export type DevicesWord = keyof typeof zh;

const en: { readonly [W in DevicesWord]: string } = {
  devices: 'Scoring devices',
  seat: 'Seat',
  judge: 'Judge',
  heard: 'Last heard',
  roundTrip: 'Round trip',
  waiting: 'Undelivered',
  page: 'Page version',
  online: 'Online, {n} s ago',
  offline: 'Offline {time}',
  never: 'Not joined',
  ms: '{n} ms',
  waitingCount: '{n}',
  none: 'none',
  unknown: 'unknown',
  oldPage: '{version} (not the server’s)',
  cuts: '{n} cuts in 5 minutes',
  'row.waiting': '{n} undelivered',
  'row.unsteady': 'Unsteady network',
  'row.slow': 'Slow network, {n} s',
  'row.oldPage': 'Page out of date',
};

export const devicesWords = { 'zh-CN': zh, en };
