// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.tracing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A span as it is exported: opentelemetry/proto/trace/v1/trace.proto, read by its field numbers.
 *
 * @param links the traces that it follows from
 * @param events how many there are; an exception with its text would be one
 */
public record OtlpSpan(
        String scope,
        String name,
        String trace,
        List<String> links,
        Map<String, String> attributes,
        int events,
        String status) {
    /** A field of a message; numbers are left empty. */
    private static final class Field {
        private final int number;
        private final byte[] bytes;

        Field(int number, byte[] bytes) {
            this.number = number;
            this.bytes = bytes;
        }

        int number() {
            return number;
        }

        byte[] bytes() {
            return bytes;
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    static List<OtlpSpan> ofRequest(byte[] request) {
        List<OtlpSpan> spans = new ArrayList<>();
        for (byte[] resource : all(request, 1)) {
            for (byte[] scoped : all(resource, 2)) {
                String scope = all(scoped, 1).stream()
                        .map(named -> text(named, 1))
                        .findFirst()
                        .orElse("");
                all(scoped, 2).forEach(span -> spans.add(of(scope, span)));
            }
        }
        return spans;
    }

    private static OtlpSpan of(String scope, byte[] span) {
        Map<String, String> attributes = new TreeMap<>();
        for (byte[] pair : all(span, 9)) {
            attributes.put(
                    text(pair, 1),
                    all(pair, 2).stream()
                            .map(value -> text(value, 1))
                            .findFirst()
                            .orElse(""));
        }
        return new OtlpSpan(
                scope,
                text(span, 5),
                hex(span, 1),
                all(span, 13).stream().map(link -> hex(link, 1)).toList(),
                attributes,
                all(span, 11).size(),
                all(span, 15).stream()
                        .map(status -> status.length == 0 ? "" : text(status, 2) + "!")
                        .findFirst()
                        .orElse(""));
    }

    private static String hex(byte[] message, int number) {
        return all(message, number).stream()
                .map(HexFormat.of()::formatHex)
                .findFirst()
                .orElse("");
    }

    private static String text(byte[] message, int number) {
        return fields(message).stream()
                .filter(field -> field.number() == number)
                .map(Field::text)
                .findFirst()
                .orElse("");
    }

    private static List<byte[]> all(byte[] message, int number) {
        return fields(message).stream()
                .filter(field -> field.number() == number)
                .map(Field::bytes)
                .toList();
    }

    private static List<Field> fields(byte[] message) {
        List<Field> fields = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            int tag = (int) varint(buffer);
            byte[] bytes = new byte
                    [switch (tag & 7) {
                        case 1 -> 8;
                        case 2 -> (int) varint(buffer);
                        case 5 -> 4;
                        default -> 0;
                    }];
            if ((tag & 7) == 0) {
                varint(buffer);
            }
            buffer.get(bytes);
            fields.add(new Field(tag >>> 3, bytes));
        }
        return fields;
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = buffer.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
