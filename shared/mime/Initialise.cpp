// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Initialise.h"

#include <vmime/platform.hpp>
#if VMIME_PLATFORM_IS_WINDOWS
#include <vmime/platforms/windows/windowsHandler.hpp>
#else
#include <vmime/platforms/posix/posixHandler.hpp>
#endif

namespace mime {

void initialise()
{
#if VMIME_PLATFORM_IS_WINDOWS
    vmime::platform::setHandler<vmime::platforms::windows::windowsHandler>();
#else
    vmime::platform::setHandler<vmime::platforms::posix::posixHandler>();
#endif
}

} // namespace mime
