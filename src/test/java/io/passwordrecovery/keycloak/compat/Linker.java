// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.compat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Looks up what a class refers to of Keycloak's as the JVM would (JVMS 5.4.3), without running it. The compiler does not
 * see all of it: it writes the class that declares a method into a method reference, and another version may have moved
 * the method there.
 */
final class Linker {
    private static final int ASM = Opcodes.ASM9;
    private static final String KEYCLOAK = "org/keycloak/";

    private final ClassLoader server;
    private final Map<String, Optional<Declared>> read = new HashMap<>();
    private final Set<String> broken = new TreeSet<>();

    /** A class of the server's. */
    private record Declared(Set<String> members, Set<String> supertypes) {}

    /** @param server has the classes to link against; those of the JVM itself are not looked up in it */
    Linker(ClassLoader server) {
        this.server = server;
    }

    /** What did not link so far. */
    Set<String> broken() {
        return broken;
    }

    void link(ClassReader reader) {
        String from = reader.getClassName();
        reader.accept(
                new ClassVisitor(ASM) {
                    @Override
                    public void visit(
                            int version, int access, String name, String generic, String parent, String[] types) {
                        Stream.concat(Stream.of(parent), Stream.of(types)).forEach(type -> type(from, type));
                    }

                    @Override
                    public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] e) {
                        return new Body(from);
                    }
                },
                ClassReader.SKIP_DEBUG);
    }

    private final class Body extends MethodVisitor {
        private final String from;

        Body(String from) {
            super(ASM);
            this.from = from;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
            member(from, owner, name + type);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String type) {
            member(from, owner, name + ":" + type);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            type(from, type);
        }

        @Override
        public void visitLdcInsn(Object constant) {
            constant(constant);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String type, Handle bootstrap, Object... constants) {
            Stream.of(constants).forEach(this::constant);
        }

        private void constant(Object constant) {
            if (constant instanceof Handle handle) {
                boolean isField = handle.getTag() <= Opcodes.H_PUTSTATIC;
                member(from, handle.getOwner(), handle.getName() + (isField ? ":" : "") + handle.getDesc());
            } else if (constant instanceof Type type && type.getSort() == Type.OBJECT) {
                type(from, type.getInternalName());
            }
        }
    }

    private void type(String from, String type) {
        if (type.startsWith(KEYCLOAK) && declared(type).isEmpty()) {
            broken.add(type + " in " + from);
        }
    }

    private void member(String from, String owner, String member) {
        if (owner.startsWith(KEYCLOAK) && !has(owner, member)) {
            broken.add(owner + "." + member + " in " + from);
        }
    }

    private boolean has(String type, String member) {
        return declared(type)
                .filter(found -> found.members().contains(member)
                        || found.supertypes().stream().anyMatch(parent -> has(parent, member)))
                .isPresent();
    }

    private Optional<Declared> declared(String type) {
        Optional<Declared> known = read.get(type);
        if (known == null) {
            known = load(type);
            read.put(type, known);
        }
        return known;
    }

    private Optional<Declared> load(String type) {
        try (InputStream bytes = server.getResourceAsStream(type + ".class")) {
            return bytes == null ? Optional.empty() : Optional.of(declared(new ClassReader(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Declared declared(ClassReader reader) {
        Declared declared = new Declared(new TreeSet<>(), new TreeSet<>(Set.of(reader.getInterfaces())));
        Optional.ofNullable(reader.getSuperName()).ifPresent(declared.supertypes()::add);
        reader.accept(
                new ClassVisitor(ASM) {
                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access, String name, String type, String generic, String[] e) {
                        declared.members().add(name + type);
                        return null;
                    }

                    @Override
                    public @Nullable FieldVisitor visitField(
                            int access, String name, String type, String generic, Object value) {
                        declared.members().add(name + ":" + type);
                        return null;
                    }
                },
                ClassReader.SKIP_CODE);
        return declared;
    }
}
