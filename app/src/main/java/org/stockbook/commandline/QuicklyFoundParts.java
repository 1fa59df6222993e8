package org.stockbook.commandline;

import java.util.Arrays;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;

/**
 * All parts of the program. Who asks for parts of a type with type arguments, as the set-up of security does for each of its settings, has only those looked at that are
 * of the type without them, which Spring remembers, instead of all parts each time.
 */
final class QuicklyFoundParts extends DefaultListableBeanFactory {

    @Override
    public String[] getBeanNamesForType(ResolvableType type, boolean nonSingletons, boolean eager) {
        var plain = type.resolve();
        if (plain == null || !type.hasGenerics() || !eager || !isConfigurationFrozen()) {
            return super.getBeanNamesForType(type, nonSingletons, eager);
        }
        return Arrays.stream(getBeanNamesForType(plain, nonSingletons, true)).filter(name -> isTypeMatch(name, type)).toArray(String[]::new);
    }
}
