/**
 * Ends this process, as by SIGTERM, when the one that started it has gone. A signal sent to npm
 * reaches only the shell between npm and the script; without this the script would go on unseen
 * and keep its port.
 */
export function endWithParent() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}
