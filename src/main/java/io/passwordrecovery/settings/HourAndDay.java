// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

/** How many within an hour of the clock, and within a day (UTC). */
public record HourAndDay(int perHour, int perDay) {}
