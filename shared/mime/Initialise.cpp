// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Initialise.h"

#include <vmime/platform.hpp>
#include <vmime/platforms/posix/posixHandler.hpp>

namespace mime {

void initialise()
{
    vmime::platform::setHandler<vmime::platforms::posix::posixHandler>();
}

} // namespace mime
