// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.compat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import io.passwordrecovery.testkit.realm.TestSettings;

/** The product's jar, looking for a method by a name that no Keycloak has: as if Keycloak had renamed it. */
final class FutureJar {
    private static final String CLASS = "io/passwordrecovery/keycloak/compat/PasswordAttempts.class";

    private FutureJar() {}

    static Path write(Path directory, String method, String unknown) {
        Path jar = directory.resolve(TestSettings.providerJar().getFileName());
        try (JarFile original = new JarFile(TestSettings.providerJar().toFile());
                OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Enumeration<JarEntry> entries = original.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                out.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream content = original.getInputStream(entry)) {
                    byte[] octets = content.readAllBytes();
                    out.write(entry.getName().equals(CLASS) ? renamed(octets, method, unknown) : octets);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] renamed(byte[] type, String method, String unknown) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(type)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String type, String signature, String[] exceptions) {
                                MethodVisitor next = super.visitMethod(access, name, type, signature, exceptions);
                                return new MethodVisitor(Opcodes.ASM9, next) {
                                    @Override
                                    public void visitLdcInsn(Object value) {
                                        super.visitLdcInsn(value.equals(method) ? unknown : value);
                                    }
                                };
                            }
                        },
                        0);
        return writer.toByteArray();
    }
}
