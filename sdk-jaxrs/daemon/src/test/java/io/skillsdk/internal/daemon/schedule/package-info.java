/** A deterministic scheduler for tests of concurrency: every order of a few threads, each reproducible. */
package io.skillsdk.internal.daemon.schedule;
