import { createAlarm } from '../../src/reminders/alarm';

const LONG = 60_000;

describe('createAlarm', () => {
  it('waits no longer than it is told', async () => {
    const alarm = createAlarm();

    const waited = alarm.wait(1);

    await expect(waited).resolves.toBeUndefined();
  });

  it('ends the wait when it rings', async () => {
    const alarm = createAlarm();
    const waited = alarm.wait(LONG);

    alarm.ring();

    await expect(waited).resolves.toBeUndefined();
  });

  it('remembers a ring from before the wait', async () => {
    const alarm = createAlarm();
    alarm.ring();

    const waited = alarm.wait(LONG);

    await expect(waited).resolves.toBeUndefined();
  });

  it('remembers it once', async () => {
    const alarm = createAlarm();
    alarm.ring();
    await alarm.wait(LONG);

    const first = await Promise.race([alarm.wait(LONG).then(() => 'wait'), createAlarm().wait(5)]);
    alarm.ring();

    expect(first).toBeUndefined();
  });
});
